import type { Marking } from '#domain/bundle/marking.ts';
import { MARKINGS } from '#domain/note/choices.ts';
import { call, told } from './call.ts';
import type { CommandId } from './commands.ts';

/** The window itself: its size, its printing, its links, its end. */
export const windowCalls = {
  /** Asks the person with the full address in sight, then opens the browser or the mail program. */
  'link:open': call<(href: string) => 'opened' | 'copied' | 'cancelled'>(({ text }) => [text(10_000)]),
  /** The title and the marking stand on every sheet. */
  'page:print': call<(title: string, marking: Marking) => null>(({ text, oneOf }) => [text(2_000), oneOf(MARKINGS)]),
  /** Makes everything larger or smaller by a step; answers the size, per cent. */
  'view:zoom': call<(step: 'in' | 'out' | 'reset') => number>(({ oneOf }) => [oneOf(['in', 'out', 'reset'])]),
  /** The answer to the event `leaving`: what could not be saved. Where there is some, a person is asked. */
  'app:ready-to-leave': call<(unsaved: readonly Unsaved[]) => null>(({ list, object, text, flag }) => [
    list(object({ title: text(2_000), reason: text(2_000), kept: flag }), 1_000),
  ]),
};

export const windowEvents = {
  /** A menu item was chosen. */
  command: told<(id: CommandId) => void>(),
  /** The wheel changed the size of everything; per cent. */
  zoomed: told<(percent: number) => void>(),
  /** Words that were chosen to be looked up. */
  lookUp: told<(words: string) => void>(),
  /** The menu of a right click copied an address. */
  copied: told<() => void>(),
  /** The window is to close: write what waits, then call `app:ready-to-leave`. */
  leaving: told<() => void>(),
};

/** A note whose last words could not be saved. */
export interface Unsaved {
  readonly title: string;
  /** One sentence. */
  readonly reason: string;
  /** Its last words are on the disk, once instead of twice: the next start puts that right. */
  readonly kept: boolean;
}
