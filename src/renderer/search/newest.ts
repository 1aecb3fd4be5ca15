import type { Engine } from '#search/engine.ts';
import type { Asker, IndexReport, SearchRequest } from './messages.ts';

/**
 * Answers queries so that an asker's newest wins: those that came in while one was being answered are read together,
 * and only the last of each asker is looked up.
 */
export function createNewestWins(
  engine: Engine,
  say: (report: IndexReport) => void,
  later: (run: () => void) => void,
): (request: SearchRequest) => void {
  const waiting = new Map<Asker, SearchRequest>();
  return (request) => {
    const { by } = request;
    const older = waiting.get(by);
    waiting.set(by, request);
    if (older) {
      say({ say: 'results', id: older.id, results: null });
      return;
    }
    later(() => {
      const asked = waiting.get(by);
      waiting.delete(by);
      if (asked) say({ say: 'results', id: asked.id, results: engine.search(asked.query, asked.options) });
    });
  };
}
