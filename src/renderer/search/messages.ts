import type { Results, SearchOptions } from '#search/results.ts';
import type { IndexState } from '#store/index-state.ts';

/** Who asks. Of one asker's queries the newest wins; another's answer is never lost by it. */
export type Asker = 'box' | 'fewer';

/** What the window asks the index worker. */
export type IndexRequest = {
  readonly ask: 'search';
  readonly by: Asker;
  readonly id: number;
  readonly query: string;
  readonly options: SearchOptions;
};

/** What the index worker says. `null` results: a newer query took this one's place. */
export type IndexReport =
  | { readonly say: 'results'; readonly id: number; readonly results: Results | null }
  | { readonly say: 'state'; readonly state: IndexState };
