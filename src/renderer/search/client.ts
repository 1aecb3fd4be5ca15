import type { Results, SearchOptions } from '#search/results.ts';
import type { IndexState } from './messages.ts';

export type { IndexState } from './messages.ts';

export interface SearchClient {
  /** The newest query wins: an answer that is no longer wanted is `null`. */
  readonly search: (query: string, options?: SearchOptions) => Promise<Results | null>;
  readonly state: () => IndexState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The window's one search client; its worker starts with the first use. */
export function searchClient(): SearchClient {
  throw new Error('Not built yet');
}

export function useIndexState(): IndexState {
  throw new Error('Not built yet');
}
