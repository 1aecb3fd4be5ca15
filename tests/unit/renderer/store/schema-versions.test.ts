import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { newNote } from '#domain/note/record/note.ts';
import { OWN_VERSIONS, openOwnDb, openPackDb, packVersions } from '#store/db.ts';
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
  expect(packVersions([]).map(({ stores }) => stores)).toEqual(RELEASED.packs);
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

test('D5 packs of version 1 are all there after the upgrade, and say where they came from', async () => {
  const old = oldStore('old-packs', RELEASED.packs, 1);
  const pack = (id: string, hash: string) => ({ id, key: `${id}@${hash}`, hash, title: id, release: 1 });
  const packs = [pack('engage', 'ours'), pack('plan', 'forged'), pack('team', 'theirs')];
  await old.table('packs').bulkPut(packs);
  const rest = {
    releases: { key: 'engage@ours', pack: 'engage', redirects: [] },
    pages: { key: 'engage@ours', page: 'one', meta: {} },
    bodies: { key: 'engage@ours', page: 'one', sections: [] },
    images: { sha256: 'a', type: 'image/png', bytes: new Uint8Array(1) },
    imageUses: { key: 'engage@ours', sha256: 'a' },
    glossaries: { key: 'engage@ours', terms: [] },
    segments: { key: 'engage@ours', analyser: 'x', buffer: new ArrayBuffer(1) },
  };
  for (const [table, row] of Object.entries(rest)) await old.table(table).put(row);
  old.close();
  const pins = [
    { id: 'engage', manifest: 'ours' },
    { id: 'plan', manifest: 'the true one' },
  ];
  const db = openPackDb('relaxed', 'old-packs', pins);
  const origins = ['app', 'file', 'file'];
  expect(await db.packs.toArray()).toEqual(packs.map((one, at) => ({ ...one, origin: origins[at] })));
  for (const [table, row] of Object.entries(rest)) expect(await db.table(table).toArray()).toEqual([row]);
  expect(await db.kept.count()).toBe(0);
  db.close();
});

test('a store that is made leaves no trace of an upgrade', async () => {
  const db = openNotesDb('fresh-notes');
  await db.open();
  expect(performance.getEntriesByName(upgradeMark('fresh-notes'))).toEqual([]);
  db.close();
});
