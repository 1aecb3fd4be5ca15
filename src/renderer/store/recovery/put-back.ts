import { canonicalJson } from '#domain/canonical.ts';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import { copyTitle } from '#domain/note/copy-title.ts';
import { normal } from '#domain/note/record/normal.ts';
import type { Note } from '#domain/note/record/note.ts';
import { asOfToday } from '#domain/note/record/of-today.ts';
import { isNewer, isStored } from '#domain/note/record/versions.ts';
import type { NoteRow } from '../notes/note-row.ts';
import { draftOf } from '../notes/note-saves.ts';
import type { NotesDb } from '../notes/notes-db.ts';

/** What came of putting one note back. */
export interface PutBack {
  readonly done: boolean;
  /** For the journal: the row that stood there had words that nothing else has, and is now a note of its own. */
  readonly copy: Draft | null;
}

interface Naming {
  readonly newId: () => string;
  /** The title of a second copy. */
  readonly second: (title: string) => string;
}

/** The row that a line of the journal stands for; `null` where it is none. */
export const rowOf = ({ note: id, rev, op, time, fields }: Entry): NoteRow | null =>
  noteRowOf({ id, rev: Number(rev), note: fields, binned: op === 'trash' ? time : '' });

/**
 * A row as backups have it, or `null` where it is none. A note that cannot be read here is left as it stands: a newer
 * Satchel may have written it, and finds it as it wrote it.
 */
export function noteRowOf(row: unknown): NoteRow | null {
  if (!isStored(row)) return null;
  const { id, rev, binned, note } = row;
  if (typeof id !== 'string' || id === '' || !Number.isSafeInteger(rev) || typeof binned !== 'string') return null;
  return isSomething(note) ? { ...row, id, rev: Number(rev), binned, note: normal(note) ?? (note as Note) } : null;
}

/** What no newer Satchel says it wrote, and that cannot be read here. */
export const isDamaged = (note: Note): boolean => !isNewer({ ...note }) && normal(note) === null;

/** Whether it can be a note of any Satchel: the journal takes nothing else. */
export const isSomething = (note: unknown): boolean => isStored(note) && Object.keys(note).length > 0;

/** What of two notes can be compared, whether they can be read here or not. */
export const comparable = (note: unknown): unknown => normal(note) ?? asOfToday(note);

/**
 * A note of its own with the same words. Of one that cannot be read here nothing is changed but what every Satchel
 * knows.
 */
export const copyOf = (note: Note, id: string, name: (title: string) => string): Note => ({
  ...note,
  id,
  title: typeof note.title === 'string' ? copyTitle(note.title, name) : note.title,
});

/**
 * Puts a row over an older one, or where none is. `row` of `null`: the note was removed for good. `known`: what the
 * journal has under the revision that stands there. An older row stays in the note's history; if it is not what the
 * journal knows, it becomes a note of its own.
 */
export async function putBack(
  { id, rev, row }: { readonly id: string; readonly rev: number; readonly row: NoteRow | null },
  known: Entry | undefined,
  db: NotesDb,
  { newId, second }: Naming,
): Promise<PutBack> {
  return db.transaction('rw', db.notes, db.versions, async () => {
    const now = await db.notes.get(id);
    if (now && (row ? now.rev >= rev : now.rev > rev)) return { done: false, copy: null };
    let copy: NoteRow | null = null;
    if (now && isOdd(now, known, row)) {
      const note = copyOf(now.note, newId(), second);
      copy = { ...now, id: note.id, rev: 1, note };
      await db.notes.add(copy);
    }
    if (row) {
      if (now) await db.versions.put({ id, rev: now.rev, note: now.note });
      await db.notes.put(row);
    } else {
      await db.notes.delete(id);
      await db.versions.where('id').equals(id).delete();
    }
    return { done: true, copy: copy && draftOf(copy) };
  });
}

/** A row that the journal knows is an ancestor. One that it has forgotten is taken for one, unless it would be lost. */
function isOdd(now: NoteRow, known: Entry | undefined, next: NoteRow | null): boolean {
  if (!isSomething(now.note)) return false;
  if (!known?.fields) return next === null;
  return canonicalJson(comparable(known.fields)) !== canonicalJson(comparable(now.note));
}
