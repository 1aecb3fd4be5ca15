import type { OutgoingNote, SharedFile, SharePlan } from '#bridge/sharing.ts';
import { LIMITS } from '#domain/limits.ts';
import { stillNotPersonal } from '#domain/personal-data.ts';
import { ok, type Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { saverOf } from '../notes/note-session.ts';
import { type NotesDb, noteRows } from '../notes/notes-db.ts';
import { storeProblem } from '../store-problem.ts';
import type { Progress } from './bundle-in.ts';
import { earlierOf } from './incoming.ts';

interface Watched {
  readonly signal: AbortSignal;
  readonly told: (progress: Progress) => void;
}

interface Shared extends Watched {
  /** What is done to the notes once somebody said where they go; refused, nothing leaves. */
  readonly prepare?: () => Promise<Result<null>>;
}

/** A note as it leaves, with the revisions that it grew from; `null` where it is gone. */
async function outgoing(id: string, db: NotesDb): Promise<OutgoingNote | null> {
  const row = await db.notes.get(id);
  if (!row) return null;
  const earlier = await earlierOf(row, db);
  const origin = await db.origins.get(id);
  // As it is handed over now it can come back: then it should be known. Where the disk is full it leaves all the same.
  await db.versions.put({ id, rev: row.rev, note: row.note }).catch((error: unknown) => {
    if (!storeProblem(error, 0)) throw error;
  });
  const note = { ...row.note, notPersonal: [...stillNotPersonal(row.note)] };
  return { note, earlier, foreign: origin?.foreign ?? null };
}

/**
 * Asks where to, then writes the notes there. `null`: nobody said where. A PDF is what the window prints at that moment.
 */
export async function shareNotes(
  ids: readonly string[],
  plan: SharePlan,
  { signal, told, prepare = async () => ok(null) }: Shared,
  db: NotesDb = noteRows(),
): Promise<Result<SharedFile | null>> {
  for (const id of ids) {
    const saver = await saverOf(id, db);
    const state = await saver?.flush();
    if (state?.at === 'notSaved') return { ok: false, problem: state.problem };
  }
  const begun = await bridge().call['share:begin'](plan);
  if (!begun.ok) return begun;
  const ticket = begun.value;
  if (ticket === null) return ok(null);
  const stop = (): void => void bridge().call['share:stop'](ticket);
  signal.addEventListener('abort', stop);
  try {
    const prepared = await prepare();
    if (!prepared.ok) {
      stop();
      return prepared;
    }
    if (plan.format !== 'pdf') {
      const sent = await sendNotes(ids, ticket, { signal, told }, db);
      if (!sent.ok) return sent;
    }
    const written = bridge().call['share:write'](ticket);
    let isOver = false;
    const watch = setInterval(() => {
      void bridge()
        .call['share:progress'](ticket)
        // An answer that comes late is about what is over.
        .then((answer) => answer.ok && !isOver && told(answer.value));
    }, 300);
    return await written.finally(() => {
      isOver = true;
      clearInterval(watch);
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Lines of JSON in messages that are not too large. */
async function sendNotes(
  ids: readonly string[],
  ticket: string,
  { signal, told }: Watched,
  db: NotesDb,
): Promise<Result<null>> {
  const most = LIMITS.packPart / 2;
  let waiting = '';
  const send = async (least: number): Promise<Result<null>> => {
    while (waiting.length > least) {
      const sent = await bridge().call['share:add'](ticket, waiting.slice(0, most));
      if (!sent.ok) return sent;
      waiting = waiting.slice(most);
    }
    return ok(null);
  };
  for (const [at, id] of ids.entries()) {
    // Main says that it was stopped.
    if (signal.aborted) break;
    const note = await outgoing(id, db);
    if (note) waiting += `${JSON.stringify(note)}\n`;
    const sent = await send(most);
    if (!sent.ok) return sent;
    told({ done: at + 1, total: ids.length });
  }
  return send(0);
}
