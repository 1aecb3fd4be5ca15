import type { Page } from 'playwright-core';

export interface SeenRow {
  readonly id: string;
  readonly rev: number;
  readonly text: string;
  readonly title: string;
  readonly binned: string;
}

/** The notes in the window's own store, read past the app. `null` where the store does not open. */
export function seenNotes(page: Page): Promise<readonly SeenRow[] | null> {
  return page.evaluate(
    () =>
      new Promise<readonly SeenRow[] | null>((resolve) => {
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
              all.result.map(({ id, rev, note, binned }) => ({ id, rev, binned, text: note.text, title: note.title })),
            );
          };
        };
      }),
  );
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
