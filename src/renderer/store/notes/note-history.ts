import type { NotePatch } from '#domain/note/rebase.ts';
import type { NoteSaver, SaveState } from './note-saver.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/** Changes a note so that how it stood before can be brought back from its history, however soon after. */
export async function changeKeeping(saver: NoteSaver, patch: NotePatch, db: NotesDb = noteRows()): Promise<SaveState> {
  const before = await saver.flush();
  if (before.at === 'notSaved') return before;
  const { id, rev, note } = saver.row();
  await db.versions.put({ id, rev, note });
  saver.change(patch);
  return saver.flush();
}
