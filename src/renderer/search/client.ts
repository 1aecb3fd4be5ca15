import { sharedValue } from '#kit/shared-value.ts';
import { startWorker } from '#kit/worker-url.ts';
import type { HitAddress, Results, SearchOptions } from '#search/results.ts';
import type { Why } from '#search/why.ts';
import { provideAsk } from '#store/packs/asking.ts';
import { type IndexState, NOTHING_INDEXED, tellIndexState } from '#store/packs/index-state.ts';
import workerUrl from './index.worker.ts?worker&url';
import type { Asker, IndexReport, IndexRequest } from './messages.ts';

export interface SearchClient {
  /** The newest query of an asker wins: an answer that is no longer wanted is `null`. */
  readonly search: (query: string, options?: SearchOptions, by?: Asker) => Promise<Results | null>;
  /** Why a section answers a query that is being typed; `null` when it is gone. */
  readonly why: (query: string, hit: HitAddress) => Promise<Why | null>;
  readonly state: () => IndexState;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createSearchClient(worker: Pick<Worker, 'postMessage' | 'addEventListener'>): SearchClient {
  const waiting = new Map<number, { readonly by: Asker; readonly resolve: (results: Results | null) => void }>();
  const newest = new Map<Asker, number>();
  const wondering = new Map<number, (why: Why | null) => void>();
  const state = sharedValue(NOTHING_INDEXED);
  let last = 0;

  worker.addEventListener('message', (event) => {
    const report = (event as MessageEvent<IndexReport>).data;
    if (report.say === 'state') {
      state.set(report.state);
      return;
    }
    if (report.say === 'why') {
      wondering.get(report.id)?.(report.why);
      wondering.delete(report.id);
      return;
    }
    const asked = waiting.get(report.id);
    waiting.delete(report.id);
    asked?.resolve(report.id === newest.get(asked.by) ? report.results : null);
  });

  return {
    search(query, options = {}, by = 'box') {
      return new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, { by, resolve });
        newest.set(by, id);
        worker.postMessage({ ask: 'search', by, id, query, options } satisfies IndexRequest);
      });
    },
    why(query, { pack, page, section }) {
      return new Promise((resolve) => {
        const id = ++last;
        wondering.set(id, resolve);
        worker.postMessage({ ask: 'why', id, query, hit: { pack, page, section } } satisfies IndexRequest);
      });
    },
    state: state.get,
    subscribe: state.subscribe,
  };
}

let client: SearchClient | undefined;

/** The window's one search client. Its worker starts with the first use, so the app asks for it at its start. */
export function searchClient(): SearchClient {
  if (!client) {
    const made = createSearchClient(startWorker(workerUrl));
    made.subscribe(() => tellIndexState(made.state()));
    provideAsk((query, options) => made.search(query, options, 'cite'));
    client = made;
  }
  return client;
}
