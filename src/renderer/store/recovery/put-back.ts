import { canonicalJson } from '#domain/canonical.ts';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import { copyTitle } from '#domain/note/copy-title.ts';
import { normal } from '#domain/note/record/normal.ts';
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

/** The row that a line of the journal stands for; `null` where its content is no note. */
export function rowOf({ note: id, rev, op, time, fields }: Entry): NoteRow | null {
  const note = normal(fields);
  return note && { id, rev: Number(rev), note, binned: op === 'trash' ? time : '' };
}

/** A row as backups have it, or `null` where it is no note of ours. */
export function noteRowOf(row: unknown): NoteRow | null {
  if (typeof row !== 'object' || row === null) return null;
  const { id, rev, binned, note } = row as Readonly<Record<string, unknown>>;
  const read = normal(note);
  const fits = typeof id === 'string' && typeof rev === 'number' && typeof binned === 'string';
  return fits && read ? { id, rev, binned, note: read } : null;
}

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
      const note = { ...now.note, id: newId(), title: copyTitle(now.note.title, second) };
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
  const note = normal(known?.fields);
  if (!note) return next === null;
  return canonicalJson(note) !== canonicalJson(normal(now.note) ?? now.note);
}
