import { useLiveQuery } from 'dexie-react-hooks';
import type { Note } from '#domain/note/record/note.ts';
import type { RegisterRow } from '#domain/note/register.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { windowDrafts } from '../own/draft-keeper.ts';
import { whenCompared } from '../recovery/recovery-gate.ts';
import { storeProblem } from '../store-problem.ts';
import { type KeepDrafts, keepDrafts } from './keep-drafts.ts';
import type { NoteRow } from './note-row.ts';
import { addNote, binNote, dropNote } from './note-saves.ts';
import { type NotesDb, noteRows, type VersionRow } from './notes-db.ts';
import { shownRow } from './register-rows.ts';

/** To the journal outside the window's own store. */
export const keepInJournal: KeepDrafts = (drafts) => keepDrafts(drafts, bridge().call);

/** A note's row in the bin or outside it; `null` where there is none, `undefined` until it was read. */
export const useNoteRow = (id: string): NoteRow | null | undefined =>
  useLiveQuery(async () => (await noteRows().notes.get(id)) ?? null, [id]);

/** All notes as the register lists them, in no order; `undefined` until they have been read. */
export const useRegister = (binned: boolean): readonly RegisterRow[] | undefined =>
  useLiveQuery(() => readRegister(binned), [binned]);

export async function readRegister(binned: boolean, db: NotesDb = noteRows()): Promise<readonly RegisterRow[]> {
  const found = db.register.where('binned');
  return (await (binned ? found.above('') : found.equals('')).toArray()).map(shownRow);
}

/** Some notes as the register lists them, in the order asked for, without those in the bin; `undefined` until read. */
export const useRegisterOf = (ids: readonly string[]): readonly RegisterRow[] | undefined =>
  useLiveQuery(async () => {
    const rows = await noteRows().register.bulkGet([...ids]);
    return rows.flatMap((row) => (row && row.binned === '' ? [shownRow(row)] : []));
  }, [ids.join(' ')]);

/** How many notes lie in the bin; `undefined` until they have been counted. */
export const useBinCount = (): number | undefined =>
  useLiveQuery(() => noteRows().register.where('binned').above('').count());

/** How a note stood at the end of each sitting, newest first. */
export const useVersions = (id: string): readonly VersionRow[] | undefined =>
  useLiveQuery(() => noteRows().versions.where('id').equals(id).reverse().sortBy('rev'), [id]);

/** Puts a new note into both stores. */
export async function createNote(note: Note, db: NotesDb = noteRows(), keep = keepInJournal): Promise<Result<NoteRow>> {
  return stored(note.text.length, async () => {
    const { row, draft } = await addNote(note, db);
    const kept = await keep([draft]);
    return kept.ok ? ok(row) : kept;
  });
}

/** Puts notes into the bin or takes them out; those that are gone are left out. Refused, they are where they were. */
export async function binNotes(
  ids: readonly string[],
  binned: boolean,
  db: NotesDb = noteRows(),
  keep = keepInJournal,
): Promise<Result<null>> {
  return stored(ids.length, async () => {
    const before = await rowsOf(ids, db);
    const saves = [];
    for (const id of ids) saves.push(await binNote(id, binned, db));
    const kept = await keep(saves.flatMap((saved) => saved?.draft ?? []));
    if (!kept.ok) await putAgain(before, db);
    return kept;
  });
}

/** Removes notes for good, with what was begun for them. Refused, they are there as they were, with all their versions. */
export async function dropNotes(
  ids: readonly string[],
  db: NotesDb = noteRows(),
  keep = keepInJournal,
  forget: (notes: readonly string[]) => Promise<void> = (notes) => windowDrafts().forget(notes),
): Promise<Result<null>> {
  return stored(ids.length, async () => {
    const before = await rowsOf(ids, db);
    const versions = await db.versions
      .where('id')
      .anyOf([...ids])
      .toArray();
    const drafts = [];
    for (const id of ids) drafts.push((await dropNote(id, db)) ?? []);
    const kept = await keep(drafts.flat());
    if (kept.ok) await forget(ids);
    else await putAgain(before, db, versions);
    return kept;
  });
}

const rowsOf = async (ids: readonly string[], db: NotesDb): Promise<readonly NoteRow[]> =>
  (await db.notes.bulkGet([...ids])).filter((row) => row !== undefined);

/**
 * What the journal refused must not happen at the next start: the rows as they were, above what it may have of them all
 * the same. `versions`: of notes that were removed.
 */
async function putAgain(before: readonly NoteRow[], db: NotesDb, versions: readonly VersionRow[] | null = null) {
  await db.transaction('rw', db.notes, db.versions, async () => {
    for (const row of before) {
      const now = await db.notes.get(row.id);
      // Somebody went on with it meanwhile, or removed it.
      if (now ? now.rev !== row.rev + 1 : versions === null) continue;
      await db.notes.put({ ...row, rev: row.rev + 2 });
    }
    if (versions) await db.versions.bulkPut([...versions]);
  });
}

async function stored<T>(bytes: number, work: () => Promise<Result<T>>): Promise<Result<T>> {
  await whenCompared();
  try {
    return await work();
  } catch (error) {
    const problem = storeProblem(error, bytes);
    if (problem) return refuse(problem);
    throw error;
  }
}
