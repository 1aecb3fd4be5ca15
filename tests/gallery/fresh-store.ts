import { registerRow } from '#domain/note/register.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';
import type { Seeded } from '#support/seed-notes.ts';

const gone = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });

/** An empty profile with some notes in it. */
export async function freshStore(notes: readonly Seeded[]): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) if (name) await gone(name);
  if (notes.length === 0) return;
  const db = openNotesDb();
  for (const { note, binned = false, earlier = [] } of notes) {
    const when = binned ? '2026-11-20T10:00:00.000Z' : '';
    await db.versions.bulkPut(earlier.map((before, at) => ({ id: note.id, rev: at + 1, note: before })));
    await db.notes.put({ id: note.id, rev: earlier.length + 1, note, binned: when });
    await db.register.put({ ...registerRow(note), binned: when });
  }
  db.close();
}
