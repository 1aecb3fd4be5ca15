import type { WorkerPort } from '#kit/worker-port.ts';
import { createEngine } from '#search/engine.ts';
import { packRows } from '#store/db.ts';
import { createNoteRecordStore } from '#store/notes/note-records.ts';
import { NOTHING_INDEXED } from '#store/packs/index-state.ts';
import { createSegmentStore } from '#store/packs/segments.ts';
import { sweep, withPacksLocked } from '#store/packs/sweep.ts';
import { keepIndex } from './indexer.ts';
import type { IndexReport, IndexRequest } from './messages.ts';
import { createNewestWins } from './newest.ts';
import { keepNotes } from './note-indexer.ts';

const port = globalThis as unknown as WorkerPort;
const say = (report: IndexReport) => port.postMessage(report);
const engine = createEngine();
const answer = createNewestWins(engine, say, (run) => setTimeout(run, 0));
port.addEventListener('message', ({ data }: MessageEvent<IndexRequest>) => {
  if (data.ask === 'search') answer(data);
  else say({ say: 'why', id: data.id, why: engine.why(data.query, data.hit) });
});

let state = NOTHING_INDEXED;
let sections = 0;
let version = 0;

let following = false;
/** Packs come first: until they can be searched, or this long. */
const NOTES_WAIT = 1_500;
function followNotes(): void {
  if (following) return;
  following = true;
  keepNotes(engine, createNoteRecordStore(), () => {
    version += 1;
    sections = engine.size();
    say({ say: 'state', state: { ...state, sections, version } });
  });
}
setTimeout(followNotes, NOTES_WAIT);

let swept = false;
keepIndex(engine, createSegmentStore(), (packs) => {
  if (packs.sections !== sections) version += 1;
  sections = packs.sections;
  state = { ...packs, version };
  say({ say: 'state', state });
  if (!state.ready) return;
  followNotes();
  if (swept) return;
  // What a crash left half installed: not before a person can search, and not while something is installed.
  swept = true;
  void withPacksLocked(() => sweep(packRows()));
});
