import type { GoHow } from '#ui/frame.ts';

/** One step of the journey through the app. */
export interface Entry {
  /** Names the step in what is remembered of it; survives reload. */
  readonly key: string;
  /** Path, query and fragment. */
  readonly address: string;
  /** Place in the journey, from 0. */
  readonly index: number;
  /** The words of the search that led to this page, which are marked on it; '' for none. No part of the address. */
  readonly marks: string;
}

/** How an entry was come to; the focus rules differ. */
export type Arrival =
  | 'start'
  /** A link or a command: focus goes to the title or the section. */
  | 'new'
  /** As `new`, but focus stays (the person types in the search box). */
  | 'typed'
  /** The same screen of the same entry with another address: a query while typing, a filter. */
  | 'replaced'
  /** Back, Forward. */
  | 'again'
  /** As `again`, but focus stays where it is: what a search covered comes back. */
  | 'uncovered';

export interface Change {
  readonly entry: Entry;
  readonly arrival: Arrival;
}

/** The browser's parts that the journey needs. */
export interface HistoryWorld {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState' | 'go'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly newKey: () => string;
  readonly later: (run: () => void, ms: number) => void;
}

export interface Journey {
  readonly entry: () => Entry;
  readonly canBack: () => boolean;
  readonly canForward: () => boolean;
  /** Another section of the same page keeps the marks; whatever else is come to has those given, or none. */
  readonly go: (address: string, how?: GoHow, keepFocus?: boolean, marks?: string) => void;
  /** Takes the marks away, here and for whenever this entry is come back to. */
  readonly unmark: () => void;
  readonly back: (keepFocus?: boolean) => void;
  readonly forward: () => void;
  /** Called by `popstate` with its state. */
  readonly popped: (state: unknown) => void;
  /** Writes what is still to be written. */
  readonly flush: () => void;
  /** `leaving` runs before the entry changes, `changed` after. */
  readonly watch: (watcher: Watcher) => () => void;
}

export interface Watcher {
  readonly leaving?: (entry: Entry, by: Arrival) => void;
  readonly changed: (change: Change) => void;
}

/** Chromium drops writes to its history beyond 200 in 30 seconds, so writes while typing are held back this long. */
const WRITE_AFTER = 150;
const TOP = 'satchel.top';

type State = Pick<Entry, 'key' | 'index' | 'marks'>;

const readState = (state: unknown): State | null =>
  typeof state === 'object' &&
  state !== null &&
  'key' in state &&
  typeof state.key === 'string' &&
  'index' in state &&
  typeof state.index === 'number'
    ? {
        key: state.key,
        index: state.index,
        marks: 'marks' in state && typeof state.marks === 'string' ? state.marks : '',
      }
    : null;

/** An address without query and fragment. */
export const pathOf = (address: string): string => address.replace(/[?#].*$/s, '');

/** The journey: our layer over the History API. The address is the state; nothing else decides what is shown. */
export function createJourney(world: HistoryWorld): Journey {
  const { location, history, storage } = world;
  const here = () => `${location.pathname}${location.search}${location.hash}`;
  const watchers = new Set<Watcher>();
  const kept = readState(history.state);
  let entry: Entry = {
    key: kept?.key ?? world.newKey(),
    index: kept?.index ?? 0,
    marks: kept?.marks ?? '',
    address: here(),
  };
  let top = kept ? Math.max(kept.index, Number(storage.getItem(TOP) ?? 0)) : 0;
  let dirty = false;
  let waiting = false;
  let uncovering = false;
  if (!kept) write('replaceState');

  function write(how: 'pushState' | 'replaceState'): void {
    history[how]({ key: entry.key, index: entry.index, marks: entry.marks } satisfies State, '', entry.address);
    storage.setItem(TOP, String(top));
    dirty = false;
  }
  function flush(): void {
    if (dirty) write('replaceState');
  }
  function leave(by: Arrival): void {
    for (const watcher of watchers) watcher.leaving?.(entry, by);
  }
  function tell(arrival: Arrival): void {
    for (const watcher of watchers) watcher.changed({ entry, arrival });
  }

  return {
    entry: () => entry,
    canBack: () => entry.index > 0,
    canForward: () => entry.index < top,
    go(address, how = 'push', keepFocus = false, given) {
      const marks = given ?? (pathOf(address) === pathOf(entry.address) ? entry.marks : '');
      if (how === 'replace' || address === entry.address) {
        // What held the focus goes with the screen before.
        const elsewhere = pathOf(address) !== pathOf(entry.address);
        const arrival = (how === 'push' || elsewhere) && !keepFocus ? 'new' : 'replaced';
        entry = { ...entry, address, marks };
        dirty = true;
        if (!waiting) {
          waiting = true;
          world.later(() => {
            waiting = false;
            flush();
          }, WRITE_AFTER);
        }
        tell(arrival);
        return;
      }
      flush();
      leave(keepFocus ? 'typed' : 'new');
      entry = { key: world.newKey(), index: entry.index + 1, address, marks };
      top = entry.index;
      write('pushState');
      tell(keepFocus ? 'typed' : 'new');
    },
    unmark() {
      if (entry.marks === '') return;
      entry = { ...entry, marks: '' };
      write('replaceState');
      tell('replaced');
    },
    back(keepFocus = false) {
      if (entry.index === 0) return;
      flush();
      uncovering = keepFocus;
      history.go(-1);
    },
    forward() {
      if (entry.index >= top) return;
      flush();
      history.go(1);
    },
    popped(state) {
      const to = readState(state);
      const arrival = uncovering ? 'uncovered' : 'again';
      uncovering = false;
      leave(arrival);
      entry = { key: to?.key ?? world.newKey(), index: to?.index ?? 0, marks: to?.marks ?? '', address: here() };
      dirty = false;
      tell(arrival);
    },
    flush,
    watch(watcher) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}
