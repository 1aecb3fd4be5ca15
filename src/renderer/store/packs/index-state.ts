import { sharedValue } from '#kit/shared-value.ts';

/** How far the search index is. `percent` is of the sections that still had to be indexed when the work began. */
export interface IndexState {
  /** Every installed pack can be searched. */
  readonly ready: boolean;
  readonly packsDone: number;
  readonly packsTotal: number;
  /** Sections that can be searched now. */
  readonly sections: number;
  readonly percent: number;
  /** Another number when a search may find something else than before. */
  readonly version: number;
}

export const NOTHING_INDEXED: IndexState = {
  ready: false,
  packsDone: 0,
  packsTotal: 0,
  sections: 0,
  percent: 0,
  version: 0,
};

const state = sharedValue(NOTHING_INDEXED);

/** The search client passes on what its worker says, so that every room can show it. */
export function tellIndexState(next: IndexState): void {
  // Seen by the benchmark: from here on first results are possible.
  if (next.ready && !state.get().ready) performance.mark('search-ready');
  state.set(next);
}

export const useIndexState = state.use;
