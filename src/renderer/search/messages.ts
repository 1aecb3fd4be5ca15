import type { Results, SearchOptions } from '#search/results.ts';

/** How far the search index is. `percent` is of the sections that still had to be indexed when the work began. */
export interface IndexState {
  /** Every installed pack can be searched. */
  readonly ready: boolean;
  readonly packsDone: number;
  readonly packsTotal: number;
  /** Sections that can be searched now. */
  readonly sections: number;
  readonly percent: number;
}

/** What the window asks the index worker. */
export type IndexRequest = {
  readonly ask: 'search';
  readonly id: number;
  readonly query: string;
  readonly options: SearchOptions;
};

/** What the index worker says. `null` results: a newer query took this one's place. */
export type IndexReport =
  | { readonly say: 'results'; readonly id: number; readonly results: Results | null }
  | { readonly say: 'state'; readonly state: IndexState };
