import type { Result } from '#domain/result.ts';
import type { Signatures } from './call.ts';
import { noteCalls } from './notes.ts';
import { droppedCalls, type Offer, packCalls, packEvents, sourceCalls, sourceEvents } from './packs.ts';
import { sharingCalls, sharingEvents } from './sharing.ts';
import { startCalls } from './start.ts';
import { systemCalls, systemEvents } from './system.ts';
import { windowCalls, windowEvents } from './window.ts';

/** Every question the window can ask main: the sum of its topics. */
const WINDOW_CALLS = {
  ...startCalls,
  ...systemCalls,
  ...windowCalls,
  ...packCalls,
  ...sourceCalls,
  ...noteCalls,
  ...sharingCalls,
};
export const CALL_NAMES = namesOf(WINDOW_CALLS);

/** All that main answers: what the window asks, and what only the preload can. */
export const CALLS = { ...WINDOW_CALLS, ...droppedCalls };
type Calls = Signatures<typeof CALLS>;
export type CallName = keyof Calls;

/** What main tells the window unasked. */
const EVENTS = { ...systemEvents, ...windowEvents, ...packEvents, ...sourceEvents, ...sharingEvents };
export type Events = Signatures<typeof EVENTS>;
export const EVENT_NAMES = namesOf(EVENTS);

/** `window.satchel`: one function a call, one subscription, and dropped files (whose paths only the preload sees). */
export interface Bridge {
  readonly call: {
    readonly [N in keyof typeof WINDOW_CALLS]: (...args: Parameters<Calls[N]>) => Promise<Result<ReturnType<Calls[N]>>>;
  };
  /** Subscribes; the answer unsubscribes. */
  readonly on: <N extends keyof Events>(name: N, listener: Events[N]) => () => void;
  /** Hands files dropped on the window to main. `files` are DOM `File` objects. Answers like `packs:choose`. */
  readonly dropped: (files: readonly unknown[]) => Promise<Result<readonly Offer[]>>;
}

function namesOf<T extends object>(table: T): readonly (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
