import type { Day } from '#domain/day.ts';
import type { HeldBy } from '#domain/held-by.ts';
import type { Settings, SettingsPatch } from '#domain/settings.ts';
import { call, none, told } from './call.ts';

/** Settings, the folder that everything lies in, and what is done when something is wrong with it. */
export const systemCalls = {
  'settings:change': call<(patch: SettingsPatch) => Settings>(({ settingsPatch }) => [settingsPatch]),
  /** The window works. `schema`: versions of its databases by name. */
  'app:started': call<(schema: Readonly<Record<string, number>>) => null>(({ numbersByName }) => [numbersByName]),
  /** Looks at the space on the disk, and gives up what is kept free for the worst where there is too little. */
  'app:space': call<() => DiskSpace>(none),
  /** Where everything lies that Satchel writes, to be shown. */
  'app:folder': call<() => string>(none),
  /** Moves the window's store aside and loads the window again, which builds it anew. Nothing is deleted. */
  'app:mend': call<(held: boolean) => null>(({ flag }) => [flag]),
  /** Opens the window anew on a store in memory, for guidance alone. */
  'app:guidance': call<() => null>(none),
  /** Takes the folder from whoever has it open and starts anew, after the system's own dialog asked. */
  'app:take-over': call<() => 'cancelled'>(none),
  /** Deletes all that Satchel keeps on this laptop and ends it, after the system's own dialog asked. */
  'app:erase': call<() => 'cancelled'>(none),
};

export const systemEvents = {
  /** The laptop goes to sleep or is locked: what waits is written now. */
  flush: told<() => void>(),
  /** Shift was held at the start: show what mends and saves alone. */
  safe: told<() => void>(),
  /** A day has begun since the start, `YYYY-MM-DD` in the laptop's zone. */
  today: told<(day: Day) => void>(),
  /** Another machine took the folder over: nothing more can be written. `null`: it can again, the folder is ours. */
  taken: told<(by: HeldBy | null) => void>(),
};

/** The disk that everything lies on. */
export interface DiskSpace {
  /** Bytes that may still be written. */
  readonly free: number;
  /** So little that the window's store must not be written to: a full disk would cost all of it. */
  readonly low: boolean;
  /** It may go away while it is in use, or is slow: a network folder or a stick. */
  readonly unsteady: boolean;
}
