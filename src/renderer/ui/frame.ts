import { createContext, use } from 'react';

/** How an address is gone to: as a new entry of the history, or in place of the present one. */
export type GoHow = 'push' | 'replace';

/** What the shell gives to the screens inside it. */
export interface Frame {
  /** Where the context list is drawn: under the rule of the Places column. `null` until the column stands. */
  readonly contextSlot: Element | null;
  /** The right end of the status bar. */
  readonly statusSlot: Element | null;
  /** The left end of the status bar: how the thing stands that is being written. */
  readonly stateSlot: Element | null;
  /** Follows "Page - " in the window's title. */
  readonly appName: string;
  /** The side panel is hidden by the person (Ctrl+Alt+B). */
  readonly sideHidden: boolean;
  /**
   * Goes to one of our own addresses, as a link would. Links themselves need only `href`. `keepFocus`: what is shown
   * has got another address, and the person goes on where they are.
   */
  readonly go: (address: string, how?: GoHow, keepFocus?: boolean) => void;
  /** The words of the search that led here, to be marked; '' for none. */
  readonly marks: string;
  readonly unmark: () => void;
  /** A screen tells that what belongs at `at` now stands in the window ('' when it goes); focus and scroll follow. */
  readonly stands: (at: string) => void;
}

const lone: Frame = {
  contextSlot: null,
  statusSlot: null,
  stateSlot: null,
  appName: '',
  sideHidden: false,
  go: () => {},
  marks: '',
  unmark: () => {},
  stands: () => {},
};

/** Outside a shell (a test, a preview) a screen draws alone. */
export const FrameContext = createContext<Frame>(lone);

export const useFrame = (): Frame => use(FrameContext);
