import type { HeldBy } from '#domain/held-by.ts';
import type { Settings } from '#domain/settings.ts';
import { call, none } from './call.ts';

/** What the window asks before its first paint, answered before all else of main is loaded: it has no arguments. */
export const startCalls = {
  'app:start': call<() => Start>(none),
};

/** What the window needs before its first paint. */
export interface Start {
  readonly settings: Settings;
  readonly version: string;
  /** For the "about" lines of Settings: Electron and Chromium versions and whether the sandbox is on. */
  readonly runtime: { readonly electron: string; readonly chromium: string; readonly platform: string };
  /** Today in the laptop's zone, `YYYY-MM-DD`. `SATCHEL_TODAY` sets it in tests. */
  readonly today: string;
  /** Why the window should start with what mends and saves alone: it was asked for, or two starts failed. */
  readonly safe: 'asked' | 'failed' | null;
  /** So little space that nothing may be written to the window's store, until it was looked at again. */
  readonly lowSpace: boolean;
  /** A window without the notes, on a store in memory. */
  readonly guidanceOnly: boolean;
  /** Main may not write to its folder: all can be read, nothing that is done is kept. */
  readonly reading: boolean;
  /** Who else has that folder open: it is only read, or was taken over while this window stood. */
  readonly heldBy: HeldBy | null;
  /** What was open last and was not opened again, because the app or its window broke, or for a safe start; told once. */
  readonly notOpened: { readonly address: string; readonly why: 'broke' | 'safe' } | null;
  /** Languages that may be chosen: never the long one of the screen tests. */
  readonly languages: readonly Settings['language'][];
}
