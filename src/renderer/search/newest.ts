import type { Engine } from '#search/engine.ts';
import type { IndexReport, IndexRequest } from './messages.ts';

/**
 * Answers queries so that the newest wins: those that came in while one was being answered are read together, and
 * only the last of them is looked up.
 */
export function createNewestWins(
  engine: Engine,
  say: (report: IndexReport) => void,
  later: (run: () => void) => void,
): (request: IndexRequest) => void {
  let waiting: IndexRequest | null = null;
  return (request) => {
    if (waiting) say({ say: 'results', id: waiting.id, results: null });
    else {
      later(() => {
        const asked = waiting;
        waiting = null;
        if (asked) say({ say: 'results', id: asked.id, results: engine.search(asked.query, asked.options) });
      });
    }
    waiting = request;
  };
}
