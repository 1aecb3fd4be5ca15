import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { newNote } from '#domain/note/record/note.ts';
import { OWN_VERSIONS, openOwnDb } from '#store/db.ts';
import { readRegister } from '#store/notes/notes.ts';
import { NOTES_VERSIONS, openNotesDb } from '#store/notes/notes-db.ts';
import { upgradeMark } from '#store/schema-versions.ts';
import { RELEASED } from '#support/old-stores.mjs';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** A store as that released version left it. */
function oldStore(name: string, released: (typeof RELEASED)['notes'], version: number): Dexie {
  const db = new Dexie(name);
  for (const [at, stores] of released.slice(0, version).entries()) db.version(at + 1).stores(stores);
  return db;
}

const rows = [1, 2, 3].map((n) => {
  const note = newNote(`00000000-0000-4000-8000-00000000000${n}`, '2026-11-23T10:00:00.000Z', `Note ${n}`);
  return { id: note.id, rev: n, note, binned: '' };
});

test('D5 every version that was released is known as it was, and each new one has to be', () => {
  expect(NOTES_VERSIONS.map(({ stores }) => stores)).toEqual(RELEASED.notes);
  expect(OWN_VERSIONS.map(({ stores }) => stores)).toEqual(RELEASED.own);
});

describe.each(RELEASED.notes.slice(0, -1).map((_, at) => at + 1))('D5 notes of version %i', (version) => {
  test('are all there after the upgrade, and listed', async () => {
    const name = `old-notes-${version}`;
    const old = oldStore(name, RELEASED.notes, version);
    await old.table('notes').bulkPut(rows);
    await old.table('versions').bulkPut(rows.map(({ id, note }) => ({ id, rev: 0, note })));
    old.close();
    performance.clearMarks();
    const db = openNotesDb(name);
    expect(await db.notes.orderBy('id').toArray()).toEqual(rows);
    expect(await db.versions.count()).toBe(rows.length);
    expect(await readRegister(false, db)).toHaveLength(rows.length);
    expect(performance.getEntriesByName(upgradeMark(name))).toHaveLength(RELEASED.notes.length - version);
    db.close();
  });
});

describe.each(RELEASED.own.slice(0, -1).map((_, at) => at + 1))('D5 own rows of version %i', (version) => {
  test('are all there after the upgrade', async () => {
    const name = `old-own-${version}`;
    const old = oldStore(name, RELEASED.own, version);
    const bookmark = { pack: 'p', page: 'a', section: '', at: 1 };
    await old.table('bookmarks').put(bookmark);
    old.close();
    const db = openOwnDb(name);
    expect(await db.bookmarks.toArray()).toEqual([bookmark]);
    expect(db.tables.map((table) => table.name).sort()).toEqual(Object.keys(Object.assign({}, ...RELEASED.own)).sort());
    db.close();
  });
});

test('a store that is made leaves no trace of an upgrade', async () => {
  const db = openNotesDb('fresh-notes');
  await db.open();
  expect(performance.getEntriesByName(upgradeMark('fresh-notes'))).toEqual([]);
  db.close();
});
