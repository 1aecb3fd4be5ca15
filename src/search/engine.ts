import type { Results, SearchOptions } from './results.ts';
import type { Segment } from './segment.ts';

/** Ranks the sections of all its segments against a query. The same code in the app, the tool and the tests. */
export interface Engine {
  /** Adds a release; another release of the same pack goes. */
  readonly add: (segment: Segment) => void;
  readonly remove: (pack: string) => void;
  /** Sections that can be found. */
  readonly size: () => number;
  readonly search: (query: string, options?: SearchOptions) => Results;
}

export function createEngine(): Engine {
  throw new Error('Not built yet');
}
