import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { openOwnDb } from '#store/db.ts';
import { addNote, binNote, dropNote, saveChanges } from '#store/notes/note-saves.ts';
import { type NotesDb, openNotesDb } from '#store/notes/notes-db.ts';
import { FakeDisk, failAt } from '#support/fake-disk.ts';
import { laptop } from '#support/laptop.ts';
import { sampleNote } from '#support/notes-made.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let made = 0;

const store = (): NotesDb => openNotesDb(`recovery-${++made}`);
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const note = (n: number, text = '') => sampleNote({ id: id(n), title: `Note ${n}`, text });
const texts = async (db: NotesDb) =>
  Object.fromEntries((await db.notes.toArray()).map((row) => [row.note.title, row.note.text]));
const nothing = { restored: 0, copies: 0, rewritten: 0, unread: 0 };

/** A window and its journal with notes 1 to `count`, the first of them at revision 3. */
async function written(count = 3) {
  const here = laptop();
  const db = store();
  for (let n = 1; n <= count; n++) await here.keep((await addNote(note(n), db)).draft);
  for (const text of ['one', 'one two']) {
    const row = await db.notes.get(id(1));
    if (row) await here.keep((await saveChanges(row, { text }, db))?.draft);
  }
  return { here, db };
}

/** A store with the rows that another has now, as a backup of Chromium's folder would bring back. */
async function copyOf(db: NotesDb): Promise<NotesDb> {
  const copy = store();
  for (const table of db.tables) await copy.table(table.name).bulkPut(await table.toArray());
  return copy;
}

describe('the comparison at the start', () => {
  test('changes nothing where both agree', async () => {
    const { here, db } = await written();
    const before = await db.notes.toArray();
    expect(await here.again().start(db)).toEqual({ ok: true, value: nothing });
    expect(await db.notes.toArray()).toEqual(before);
  });

  test('D3 brings every note back into a store that was emptied, in the bin or out of it, and none that was removed', async () => {
    const { here, db } = await written(30);
    await here.keep((await binNote(id(2), true, db))?.draft);
    await here.keep(await dropNote(id(3), db));
    const empty = store();
    expect(await here.again().start(empty)).toEqual({ ok: true, value: { ...nothing, restored: 29 } });
    const rows = await empty.notes.toArray();
    expect(rows.map(({ id: one, rev, note: kept }) => [one, rev, kept])).toEqual(
      (await db.notes.toArray()).map(({ id: one, rev, note: kept }) => [one, rev, kept]),
    );
    expect(rows.filter(({ binned }) => binned !== '').map(({ id: one }) => one)).toEqual([id(2)]);
    expect(await here.again().start(empty)).toEqual({ ok: true, value: nothing });
  });

  test('D3 brings a store of earlier on to where the journal is, and keeps the earlier words in the history', async () => {
    const { here, db } = await written();
    const earlier = await copyOf(db);
    const row = await db.notes.get(id(1));
    if (row) await here.keep((await saveChanges(row, { text: 'one two three' }, db))?.draft);
    expect(await here.again().start(earlier)).toEqual({ ok: true, value: { ...nothing, restored: 1 } });
    expect((await earlier.notes.get(id(1)))?.note.text).toBe('one two three');
    expect((await earlier.versions.get([id(1), 3]))?.note.text).toBe('one two');
  });

  test('keeps a row with words of its own beside the one that is put back', async () => {
    const { here, db } = await written();
    const other = await copyOf(db);
    const row = await db.notes.get(id(1));
    if (!row) throw new Error('no row');
    for (const text of ['ours', 'ours on'])
      await here.keep((await saveChanges((await db.notes.get(id(1))) ?? row, { text }, db))?.draft);
    // The same revision number, reached by other words that no journal heard of.
    await saveChanges(row, { text: 'theirs' }, other);
    const again = here.again();
    expect(await again.start(other)).toEqual({ ok: true, value: { ...nothing, restored: 1, copies: 1 } });
    expect(await texts(other)).toMatchObject({ 'Note 1': 'ours on', 'Note 1 (second copy)': 'theirs' });
    expect(await again.again().start(other)).toEqual({ ok: true, value: nothing });
  });

  test('writes a journal that was lost anew from the rows', async () => {
    const { db } = await written();
    const bare = laptop();
    expect(await bare.start(db)).toEqual({ ok: true, value: { ...nothing, rewritten: 3 } });
    const empty = store();
    await bare.again().start(empty);
    expect(await empty.notes.toArray()).toEqual(await db.notes.toArray());
  });

  test('writes what only the database had into the journal', async () => {
    const { here, db } = await written();
    const row = await db.notes.get(id(2));
    if (row) await saveChanges(row, { text: 'never kept' }, db);
    expect(await here.start(db)).toEqual({ ok: true, value: { ...nothing, rewritten: 1 } });
    expect(await here.again().start(db)).toEqual({ ok: true, value: nothing });
  });

  test('D8 takes from snapshots what the journal has let go of, with history, bookmarks and words that were begun', async () => {
    const { here, db } = await written();
    const own = openOwnDb(`own-${++made}`);
    await own.bookmarks.put({ pack: 'p', page: 'a', section: '', at: 1 });
    await own.drafts.put({ of: id(1), field: 'comment', text: 'half a thou' });
    await db.versions.put({ id: id(1), rev: 2, note: note(1, 'one') });
    // Two that are whole: only then is the journal emptied.
    await here.snap(db, own);
    await here.snap(db, own);
    const overview = await here.call['journal:overview']();
    expect(overview.ok && overview.value.heads.every(({ held }) => held)).toBe(true);
    const [empty, bare] = [store(), openOwnDb(`own-${++made}`)];
    expect(await here.again().start(empty, bare)).toEqual({ ok: true, value: { ...nothing, restored: 3 } });
    expect(await empty.notes.toArray()).toEqual(await db.notes.toArray());
    expect(await empty.versions.toArray()).toEqual(await db.versions.toArray());
    expect(await bare.bookmarks.toArray()).toEqual(await own.bookmarks.toArray());
    expect(await bare.drafts.toArray()).toEqual(await own.drafts.toArray());
    expect(await bare.drafts.count()).toBe(1);
  });

  test('D8 goes on to the snapshot before where the newest is damaged', async () => {
    const { here, db } = await written();
    await here.snap(db);
    await here.snap(db);
    const path = '/h/snapshots/000002-2026-11-23.json.gz';
    const bytes = Buffer.from(here.disk.bytes(path));
    bytes[bytes.length >> 1] = 255 ^ (bytes[bytes.length >> 1] ?? 0);
    here.disk.put(path, bytes);
    const empty = store();
    expect(await here.again().start(empty)).toEqual({ ok: true, value: { ...nothing, restored: 3 } });
    expect(await empty.notes.toArray()).toEqual(await db.notes.toArray());
  });

  test('brings all back from snapshots alone', async () => {
    const { here, db } = await written();
    await here.snap(db);
    const disk = new FakeDisk();
    disk.put('/h/snapshots/000001-2026-11-23.json.gz', here.disk.bytes('/h/snapshots/000001-2026-11-23.json.gz'));
    const empty = store();
    const bare = laptop(disk);
    expect(await bare.start(empty)).toMatchObject({ ok: true, value: { restored: 3, unread: 0 } });
    expect(await empty.notes.toArray()).toEqual(await db.notes.toArray());
    // The journal knows them again.
    expect(await bare.again().start(store())).toMatchObject({ ok: true, value: { restored: 3 } });
  });

  test('leaves a line that is no row as it is, and says so', async () => {
    const { here, db } = await written();
    await here.keep({ note: id(9), rev: 'first', parent: null, op: 'put', fields: { title: 7 } });
    expect(await here.start(db)).toEqual({ ok: true, value: { ...nothing, unread: 1 } });
    expect(await db.notes.count()).toBe(3);
  });

  test('refuses where the journal cannot be read, having changed nothing', async () => {
    const { here, db } = await written();
    here.disk.before = (_, name) => {
      if (name === 'names') throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    expect(await here.again().start(db)).toEqual({ ok: false, problem: { code: 'journal-unwritable' } });
    expect(await db.notes.count()).toBe(3);
  });

  test('D9 goes by revisions whatever the clock says', async () => {
    let now = Date.parse('2026-11-23T12:00:00Z');
    const here = laptop(new FakeDisk(), () => new Date(now));
    const db = store();
    await here.keep((await addNote(note(1), db)).draft);
    const stale = await copyOf(db);
    for (const [text, at] of [
      ['forward', '2031-01-01T00:00:00Z'],
      ['back', '1970-01-01T00:00:00Z'],
      ['an hour twice', '2026-10-25T00:30:00Z'],
    ] as const) {
      now = Date.parse(at);
      const row = await db.notes.get(id(1));
      if (row) await here.keep((await saveChanges(row, { text }, db, () => new Date(now)))?.draft);
    }
    await here.again().start(stale);
    expect(await texts(stale)).toEqual({ 'Note 1': 'an hour twice' });
    const empty = store();
    await here.again().start(empty);
    expect(await texts(empty)).toEqual({ 'Note 1': 'an hour twice' });
  });

  test('D11 whatever call the disk refuses, or from then on all of them, the next start has every note', async () => {
    const { here, db } = await written();
    await here.snap(db);
    await here.snap(db);
    const row = await db.notes.get(id(2));
    if (row) await here.keep((await saveChanges(row, { text: 'after the snapshots' }, db))?.draft);
    for (const onwards of [false, true]) {
      for (let at = 1; at <= 40; at += 3) {
        const empty = store();
        const again = here.again();
        here.disk.calls = 0;
        here.disk.before = async (call, name, path) => {
          if (at % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
          failAt(at, 'EIO', onwards)?.(call, name, path);
        };
        await again.start(empty).catch(() => undefined);
        here.disk.before = undefined;
        expect(await here.again().start(empty)).toMatchObject({ ok: true, value: { unread: 0 } });
        expect(await empty.notes.toArray(), `call ${at}`).toEqual(await db.notes.toArray());
      }
    }
  });
});
