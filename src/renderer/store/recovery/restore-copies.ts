import { canonicalJson } from '#domain/canonical.ts';
import { isStored } from '#domain/note/record/versions.ts';
import { type Result, refuse } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import type { KeepDrafts } from '../notes/keep-drafts.ts';
import type { NoteRow } from '../notes/note-row.ts';
import { addNote } from '../notes/note-saves.ts';
import { keepInJournal } from '../notes/notes.ts';
import { type NotesDb, noteRows } from '../notes/notes-db.ts';
import { storeProblem } from '../store-problem.ts';
import { type BackupCalls, backupRows } from './backup-rows.ts';
import { comparable, copyOf, noteRowOf } from './put-back.ts';

/** What a backup has that the window has not. */
export interface BackupNews {
  /** Notes of the backup. */
  readonly notes: number;
  /** Of them, those that are not here any more, and those that lie in the bin here only. */
  readonly gone: readonly string[];
  /** Those with other words here. */
  readonly other: readonly string[];
  /** How many are no notes: nothing can be made of them. */
  readonly unread: number;
}

/** Looks through a backup without writing anything. */
export async function lookAtBackup(
  name: string,
  call: BackupCalls = bridge().call,
  db: NotesDb = noteRows(),
): Promise<BackupNews> {
  const [gone, other]: [string[], string[]] = [[], []];
  let [notes, unread] = [0, 0];
  for await (const { all, some } of notesIn(name, call)) {
    notes += all;
    unread += all - some.length;
    const here = await db.notes.bulkGet(some.map(({ id }) => id));
    for (const [at, row] of some.entries()) {
      const now = here[at];
      if (!now || (now.binned !== '' && row.binned === '')) gone.push(row.id);
      else if (wordsOf(now.note) !== wordsOf(row.note)) other.push(row.id);
    }
  }
  return { notes, gone, other, unread };
}

/** Brings these notes of a backup back as notes of their own, beside what is here. Answers their new ids. */
export async function bringBack(
  name: string,
  wanted: readonly string[],
  title: (title: string) => string,
  call: BackupCalls = bridge().call,
  db: NotesDb = noteRows(),
  keep: KeepDrafts = keepInJournal,
): Promise<Result<readonly string[]>> {
  const ids = new Set(wanted);
  const made: string[] = [];
  try {
    for await (const { some } of notesIn(name, call)) {
      for (const { id, note } of some) {
        if (!ids.has(id)) continue;
        const copy = copyOf(note, crypto.randomUUID(), title);
        const kept = await keep([(await addNote(copy, db)).draft]);
        if (!kept.ok) return kept;
        made.push(copy.id);
      }
    }
    return { ok: true, value: made };
  } catch (error) {
    const problem = storeProblem(error, 1_000_000);
    if (problem) return refuse(problem);
    throw error;
  }
}

async function* notesIn(
  name: string,
  call: BackupCalls,
): AsyncGenerator<{ readonly all: number; readonly some: readonly NoteRow[] }> {
  for await (const { table, rows } of backupRows(name, call)) {
    if (table === 'notes') yield { all: rows.length, some: rows.flatMap((row) => noteRowOf(row) ?? []) };
  }
}

/** When a note was last changed is no difference. */
function wordsOf(note: unknown): string {
  const read = comparable(note);
  if (!isStored(read)) return canonicalJson(read);
  const { changed: _, ...words } = read;
  return canonicalJson(words);
}
