import type { HitAddress, Results, SearchOptions } from '#search/results.ts';
import type { Why } from '#search/why.ts';
import type { IndexState } from '#store/packs/index-state.ts';

/** Who asks. Of one asker's queries the newest wins; another's answer is never lost by it. */
export type Asker = 'box' | 'term' | 'cite';

export interface SearchRequest {
  readonly ask: 'search';
  readonly by: Asker;
  readonly id: number;
  readonly query: string;
  readonly options: SearchOptions;
}

/** What the window asks the index worker. */
export type IndexRequest =
  | SearchRequest
  | { readonly ask: 'why'; readonly id: number; readonly query: string; readonly hit: HitAddress };

/** What the index worker says. `null` results: a newer query took this one's place. */
export type IndexReport =
  | { readonly say: 'results'; readonly id: number; readonly results: Results | null }
  /** `null`: the section is gone. */
  | { readonly say: 'why'; readonly id: number; readonly why: Why | null }
  | { readonly say: 'state'; readonly state: IndexState };
