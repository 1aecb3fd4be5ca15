import type { Page } from 'playwright-core';
import type { Note } from '#domain/note/record/note.ts';

export interface SeenRow {
  readonly id: string;
  readonly rev: number;
  readonly text: string;
  readonly title: string;
  readonly binned: string;
}

/** A row as the window's own store has it. */
export interface StoredRow {
  readonly id: string;
  readonly rev: number;
  readonly note: Note;
  readonly binned: string;
}

/**
 * The rows of notes in the window's own store, read past the app; of each note its title and text, or the `whole` of
 * it. `null` where the store does not open.
 */
const readRows = (page: Page, whole: boolean): Promise<readonly StoredRow[] | null> =>
  page.evaluate(
    (isWhole) =>
      new Promise<readonly StoredRow[] | null>((resolve) => {
        const asked = indexedDB.open('satchel-notes');
        asked.onerror = () => resolve(null);
        asked.onsuccess = () => {
          const db = asked.result;
          if (!db.objectStoreNames.contains('notes')) {
            db.close();
            resolve([]);
            return;
          }
          const all = db.transaction('notes').objectStore('notes').getAll();
          all.onerror = () => resolve(null);
          all.onsuccess = () => {
            db.close();
            resolve(
              isWhole
                ? all.result
                : all.result.map(({ note: { title, text }, ...row }) => ({ ...row, note: { title, text } })),
            );
          };
        };
      }),
    whole,
  );

/** What is seen of the notes in the window's own store. `null` where the store does not open. */
export async function seenNotes(page: Page): Promise<readonly SeenRow[] | null> {
  const rows = await readRows(page, false);
  return rows?.map(({ id, rev, note, binned }) => ({ id, rev, binned, text: note.text, title: note.title })) ?? null;
}

/** The rows of all notes as they are. @throws Error where the store does not open */
export async function storedNotes(page: Page): Promise<readonly StoredRow[]> {
  const rows = await readRows(page, true);
  if (rows === null) throw new Error('The store of notes does not open');
  return rows;
}

/** Puts rows into the window's own store and the journal, as the app's own calls would. */
export async function writeNotes(page: Page, notes: readonly unknown[]): Promise<void> {
  await page.evaluate(async (all) => {
    const rows = all.map((note) => ({ id: (note as { id: string }).id, rev: 1, note, binned: '' }));
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open('satchel-notes');
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const write = asked.result.transaction('notes', 'readwrite', { durability: 'strict' });
        for (const row of rows) write.objectStore('notes').put(row);
        write.oncomplete = () => {
          asked.result.close();
          resolve();
        };
        write.onabort = () => reject(write.error);
      };
    });
    for (let at = 0; at < rows.length; at += 500) {
      const drafts = rows.slice(at, at + 500).map(({ id, note }) => ({
        note: id,
        rev: '1',
        parent: null,
        op: 'put' as const,
        fields: note as Record<string, unknown>,
      }));
      const kept = await window.satchel.call['journal:keep'](drafts);
      if (!kept.ok) throw new Error(kept.problem.code);
    }
  }, notes);
}
