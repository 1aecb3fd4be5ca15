import type { Draft } from '#domain/journal/entry.ts';
import { copyTitle } from '#domain/note/copy-title.ts';
import type { Note } from '#domain/note/record/note.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { keepNewest } from '../keep-newest.ts';
import type { KeepDrafts } from '../notes/keep-drafts.ts';
import type { NoteRow } from '../notes/note-row.ts';
import { draftOf } from '../notes/note-saves.ts';
import type { ImportedRow, ImportRow, NotesDb, OriginRow, VersionRow } from '../notes/notes-db.ts';
import { storeProblem } from '../store-problem.ts';
import { type ComparedNote, isTakenIn } from './arrival.ts';

export interface TakeInEffects {
  readonly db: NotesDb;
  readonly keep: KeepDrafts;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The last imports that can be taken back. */
const IMPORTS_KEPT = 20;

/**
 * Puts the notes of a file among those that are here, all or none; their files must be kept already. What is here is
 * never written over: of a note that is known and differs, the other one stands beside it.
 * @param besideTitle how the other one is called, from its own title and the name of the file
 */
export async function takeIn(
  file: string,
  compared: readonly ComparedNote[],
  besideTitle: (title: string, file: string) => string,
  { db, keep, now, newId }: TakeInEffects,
): Promise<Result<ImportRow>> {
  const at = now().toISOString();
  const past = await pastRevs(db);
  const incoming = compared.filter(isTakenIn).map((one) => rowOf(one, file, besideTitle, newId, past));
  let written = incoming;
  let row: ImportRow;
  try {
    row = await db.transaction('rw', db.notes, db.origins, db.imports, async () => {
      written = await Promise.all(incoming.map((one) => outOfBinNow(one, db)));
      for (const { row: note, origin, was } of written) {
        if (was === 'outOfBin') await db.notes.put(note);
        else await db.notes.add(note);
        if (origin) await db.origins.put(origin);
      }
      const notes = written.map(({ row: { id, rev }, was }) => ({ id, rev, was }));
      const done: ImportRow = { id: newId(), at, file, takenBack: '', notes };
      await db.imports.add(done);
      await keepNewest(db.imports, IMPORTS_KEPT, at);
      return done;
    });
  } catch (error) {
    const problem = storeProblem(error, JSON.stringify(written).length);
    if (problem) return refuse(problem);
    throw error;
  }
  const kept = await keep(written.map(({ row: note }) => draftOf(note)));
  if (kept.ok) return ok(row);
  // Not on the disk twice: then it is not here at all.
  const undone = await leaveOut(row.id, written, db);
  // A disk that refuses may have it in part all the same.
  if (undone.length > 0) void keep(undone.map(undoing));
  return kept;
}

/** Takes the notes of an import out again; those that went. None where the store refuses that too: then they are here. */
async function leaveOut(id: string, written: readonly Written[], db: NotesDb): Promise<readonly Written[]> {
  try {
    return await db.transaction('rw', db.notes, db.origins, db.imports, async () => {
      const undone: Written[] = [];
      for (const one of written) {
        const { row, before } = one;
        const now = await db.notes.get(row.id);
        // Somebody went on with it meanwhile: those are their own words.
        if (now?.rev !== row.rev) continue;
        if (before) await db.notes.put(before);
        else {
          await db.notes.delete(row.id);
          await db.origins.delete(row.id);
        }
        undone.push(one);
      }
      await db.imports.delete(id);
      return undone;
    });
  } catch (error) {
    if (!storeProblem(error, 0)) throw error;
    return [];
  }
}

/** A note of the bin as it stands now: another window may have written since it was looked at. */
async function outOfBinNow(one: Written, db: NotesDb): Promise<Written> {
  const now = one.before && (await db.notes.get(one.row.id));
  return now ? { ...one, row: { ...now, rev: now.rev + 1, binned: '' }, before: now } : one;
}

interface Written {
  readonly row: NoteRow;
  readonly was: ImportedRow['was'];
  readonly origin?: OriginRow;
  readonly before?: NoteRow;
}

function rowOf(
  { incoming, arrival, here }: ComparedNote,
  file: string,
  besideTitle: (title: string, file: string) => string,
  newId: () => string,
  past: ReadonlyMap<string, number>,
): Written {
  if (arrival === 'binned' && here) {
    return { row: { ...here, rev: here.rev + 1, binned: '' }, was: 'outOfBin', before: here };
  }
  const { note, revision, given, earlier, foreign } = incoming;
  const id = arrival === 'new' ? note.id : newId();
  const title = arrival === 'new' ? note.title : copyTitle(note.title, besideTitle, file);
  const own: Note = { ...note, id, title };
  const rev = (past.get(id) ?? -1) + 2;
  return {
    row: { id, rev, note: own, binned: '' },
    was: arrival === 'new' ? 'new' : 'beside',
    origin: { id, of: note.id, head: revision.head, earlier: [...earlier, ...given, revision.first], given, foreign },
  };
}

/** The revision to which a note rose before it was taken back: what comes later must be higher. */
async function pastRevs(db: NotesDb): Promise<ReadonlyMap<string, number>> {
  const past = new Map<string, number>();
  for (const { notes } of await db.imports.toArray()) {
    for (const { id, rev } of notes) past.set(id, Math.max(rev, past.get(id) ?? 0));
  }
  return past;
}

const undoing = ({ row, before }: Written): Draft =>
  before
    ? draftOf({ ...before, rev: row.rev + 1 })
    : { ...draftOf({ ...row, rev: row.rev + 1 }), op: 'drop', fields: {} };

/** What came of taking an import back. */
export interface TakenBack {
  /** As they came: they are gone, and the file still has them. */
  readonly gone: number;
  /** Changed since: they lie in the bin. */
  readonly binned: number;
}

/**
 * Takes a whole import back. What was changed since goes into the bin; nothing of a person's own words is lost. Refused
 * by one of the two places, nothing of it has happened, now or at the next start.
 */
export async function takeBack(
  id: string,
  { db, keep, now }: Omit<TakeInEffects, 'newId'>,
): Promise<Result<TakenBack>> {
  const done = await db.imports.get(id);
  if (done?.takenBack !== '') return ok({ gone: 0, binned: 0 });
  const time = now().toISOString();
  let taken: Taken;
  try {
    taken = await takeOut(done, time, db);
  } catch (error) {
    const problem = storeProblem(error, 0);
    if (problem) return refuse(problem);
    throw error;
  }
  const { gone, binned } = taken;
  const drops = gone.map(({ row }): Draft => ({ ...draftOf({ ...row, rev: row.rev + 1 }), op: 'drop', fields: {} }));
  const kept = await keep([...drops, ...binned.map((row) => draftOf(inBin(row, time)))]);
  try {
    if (kept.ok) await db.imports.put({ ...done, takenBack: time });
    else await putAgain(done, taken, db);
  } catch (error) {
    // The journal says how it is, and the next start follows it.
    if (!storeProblem(error, 0)) throw error;
  }
  return kept.ok ? ok({ gone: gone.length, binned: binned.length }) : kept;
}

interface Taken {
  readonly gone: readonly {
    readonly row: NoteRow;
    readonly versions: readonly VersionRow[];
    readonly origin: OriginRow | undefined;
  }[];
  /** As they were before they were put there. */
  readonly binned: readonly NoteRow[];
}

const inBin = (row: NoteRow, time: string): NoteRow => ({ ...row, rev: row.rev + 1, binned: time });

/** Out of the window's store, in one transaction. */
const takeOut = ({ notes }: ImportRow, time: string, db: NotesDb): Promise<Taken> =>
  db.transaction('rw', db.notes, db.versions, db.origins, async () => {
    const gone: Taken['gone'][number][] = [];
    const binned: NoteRow[] = [];
    for (const { id, rev, was } of notes) {
      const row = await db.notes.get(id);
      if (row?.binned !== '') continue;
      if (was === 'outOfBin' || row.rev !== rev) {
        binned.push(row);
        await db.notes.put(inBin(row, time));
        continue;
      }
      const versions = db.versions.where('id').equals(id);
      gone.push({ row, versions: await versions.toArray(), origin: await db.origins.get(id) });
      await versions.delete();
      await db.notes.delete(id);
      await db.origins.delete(id);
    }
    return { gone, binned };
  });

/** Back as it was, above what the journal may have of it although it refused. */
const putAgain = (done: ImportRow, { gone, binned }: Taken, db: NotesDb): Promise<void> =>
  db.transaction('rw', db.notes, db.versions, db.origins, db.imports, async () => {
    const again = new Map<string, number>();
    for (const { row, versions, origin } of gone) {
      if (await db.notes.get(row.id)) continue;
      again.set(row.id, row.rev + 2);
      await db.notes.put({ ...row, rev: row.rev + 2 });
      await db.versions.bulkPut([...versions]);
      if (origin) await db.origins.put(origin);
    }
    for (const row of binned) {
      const now = await db.notes.get(row.id);
      if (now?.rev === row.rev + 1) await db.notes.put({ ...row, rev: row.rev + 2 });
    }
    await db.imports.put({
      ...done,
      notes: done.notes.map((one) => ({ ...one, rev: again.get(one.id) ?? one.rev })),
    });
  });
