import { createEngine } from '#search/engine.ts';
import { packRows } from '#store/db.ts';
import { createSegmentStore } from '#store/segments.ts';
import { sweep, withPacksLocked } from '#store/sweep.ts';
import type { WorkerPort } from '#store/worker-port.ts';
import { keepIndex } from './indexer.ts';
import type { IndexReport, IndexRequest } from './messages.ts';
import { createNewestWins } from './newest.ts';

const port = globalThis as unknown as WorkerPort;
const say = (report: IndexReport) => port.postMessage(report);
const engine = createEngine();
const answer = createNewestWins(engine, say, (run) => setTimeout(run, 0));
port.addEventListener('message', ({ data }: MessageEvent<IndexRequest>) => {
  if (data.ask === 'search') answer(data);
  else say({ say: 'why', id: data.id, why: engine.why(data.query, data.hit) });
});

let swept = false;
keepIndex(engine, createSegmentStore(), (state) => {
  say({ say: 'state', state });
  if (!state.ready || swept) return;
  // What a crash left half installed: not before a person can search, and not while something is installed.
  swept = true;
  void withPacksLocked(() => sweep(packRows()));
});
