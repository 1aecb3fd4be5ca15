import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { Note } from '#domain/note/record/note.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import { binNote, draftOf } from '#store/notes/note-saves.ts';
import { type NotesDb, openNotesDb } from '#store/notes/notes-db.ts';
import { bringBack, lookAtBackup } from '#store/recovery/restore-copies.ts';
import { FakeDisk } from '#support/fake-disk.ts';
import { laptop } from '#support/laptop.ts';
import { sampleNote } from '#support/notes-made.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let made = 0;
const store = (): NotesDb => openNotesDb(`newer-${++made}`);
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ours = sampleNote({ id: id(1), title: 'Ours' });
/** What a newer Satchel may write: no rule of today reads it, and of some a choice is not known beside. */
const odd: readonly Readonly<Record<string, unknown>>[] = [
  { tags: { a: 1 } },
  { tags: 'letters', kind: 'moon' },
  { title: { en: 'Title', cy: 'Teitl' }, environment: 'moon', hidden: { deep: [1, { b: 2, a: 1 }] } },
  { title: null, changed: 5, citations: 'x' },
];
const newer = odd.map((part, at) => {
  const note: Readonly<Record<string, unknown>> = { ...ours, title: `Newer ${at}`, ...part, id: id(10 + at) };
  return { ...note, shape: SHAPE + 1 } as unknown as Note;
});
const count = newer.length + 1;

/** As they lie there, not as they are read. */
const stored = (db: NotesDb) => db.notes.orderBy('id').raw().toArray();

async function written() {
  const here = laptop();
  const db = store();
  const rows = [ours, ...newer].map((note) => ({ id: note.id, rev: 1, note, binned: '' }));
  await db.notes.bulkAdd(rows);
  await here.keep(...rows.map(draftOf));
  return { here, db };
}

/** The snapshots of a laptop whose journal was lost. */
function withoutJournal({ disk }: ReturnType<typeof laptop>) {
  const left = new FakeDisk();
  const path = '/h/snapshots/000001-2026-11-23.json.gz';
  left.put(path, disk.bytes(path));
  return laptop(left);
}

const found = { restored: count, copies: 0, rewritten: 0, unread: 0 };

describe('notes that only a newer Satchel can read', () => {
  test('B1 come back from the journal word for word into a store that was lost, and are listed', async () => {
    const { here, db } = await written();
    const empty = store();
    expect(await here.again().start(empty)).toEqual({ ok: true, value: found });
    expect(JSON.stringify(await stored(empty))).toBe(JSON.stringify(await stored(db)));
    expect(await empty.register.count()).toBe(count);
    expect(await here.again().start(empty)).toEqual({ ok: true, value: { ...found, restored: 0 } });
  });

  test('B1 come back from a backup where the journal is lost too, and into the journal as they were written', async () => {
    const { here, db } = await written();
    await here.snap(db);
    const bare = withoutJournal(here);
    const empty = store();
    expect(await bare.start(empty)).toEqual({ ok: true, value: { ...found, rewritten: count } });
    expect(await stored(empty)).toEqual(await stored(db));
    const entries = await bare.call['journal:entries'](newer.map((note) => note.id));
    expect(entries.ok && entries.value.map(({ fields }) => fields)).toEqual(newer);
    const again = store();
    expect(await bare.again().start(again)).toMatchObject({ ok: true, value: { restored: count, unread: 0 } });
    expect(await stored(again)).toEqual(await stored(db));
  });

  test('B1 come back from backups of which alone the journal has let go', async () => {
    const { here, db } = await written();
    await here.snap(db);
    await here.snap(db);
    const overview = await here.call['journal:overview']();
    expect(overview.ok && overview.value.heads.every(({ held }) => held)).toBe(true);
    const empty = store();
    expect(await here.again().start(empty)).toEqual({ ok: true, value: found });
    expect(await stored(empty)).toEqual(await stored(db));
  });

  test('B1 take the place of an earlier row; damaged words of our own shape do so only where nothing stands', async () => {
    const here = laptop();
    const db = store();
    const known = [1, 2].map((n) => ({ id: id(n), rev: 1, note: { ...ours, id: id(n) }, binned: '' }));
    await db.notes.bulkAdd(known);
    await here.keep(...known.map(draftOf));
    const odder = [1, 2, 3].map((n) => ({ ...ours, id: id(n), tags: { a: 1 }, shape: n === 1 ? SHAPE + 1 : SHAPE }));
    for (const fields of odder) await here.keep({ note: fields.id, rev: '2', parent: '1', op: 'put', fields });
    expect(await here.again().start(db)).toEqual({ ok: true, value: { ...found, restored: 2, unread: 1 } });
    expect((await stored(db)).map(({ rev, note }) => [rev, note])).toEqual([
      [2, odder[0]],
      [1, known[1]?.note],
      [2, odder[2]],
    ]);
  });

  test('B1 stand beside the one that is put back where the row has words of its own', async () => {
    const { here, db } = await written();
    const other = store();
    await other.notes.bulkAdd((await stored(db)).map((row) => ({ ...row, note: { ...row.note, text: 'theirs' } })));
    for (const { id: one } of newer) await here.keep((await binNote(one, true, db))?.draft);
    const start = await here.again().start(other);
    expect(start).toMatchObject({ ok: true, value: { restored: newer.length, copies: newer.length, unread: 0 } });
    const copies = (await stored(other)).filter((row) => row.id.startsWith('new-'));
    expect(copies.map(({ note }) => note.text)).toEqual(newer.map(() => 'theirs'));
    expect(copies.map(({ note: { title } }) => title)).toContainEqual({ en: 'Title', cy: 'Teitl' });
  });

  test('B1 what is no row in a backup is told as unread, and keeps no other from coming back', async () => {
    const { here, db } = await written();
    await db.notes.bulkAdd([{ id: id(90), rev: 1, note: null as unknown as Note, binned: '' }]);
    await here.snap(db);
    const empty = store();
    expect(await withoutJournal(here).start(empty)).toEqual({
      ok: true,
      value: { ...found, rewritten: count, unread: 1 },
    });
    expect(await empty.notes.count()).toBe(count);
  });

  test('B1 a row of the store that the journal cannot take keeps no other out of it, and is told as unread', async () => {
    const { db } = await written();
    await db.notes.bulkAdd([{ id: id(0), rev: 1, note: 'words' as unknown as Note, binned: '' }]);
    const bare = laptop();
    expect(await bare.start(db)).toEqual({ ok: true, value: { ...found, restored: 0, rewritten: count, unread: 1 } });
  });
});

describe('a look inside a backup with notes that only a newer Satchel can read', () => {
  test('B1 counts each, as it is here, with other words, in the bin or gone', async () => {
    const { here, db } = await written();
    await here.snap(db);
    const [backup] = (await here.call['backups:list']().then((all) => (all.ok ? all.value : []))) ?? [];
    const name = backup?.name ?? '';
    expect(await lookAtBackup(name, here.call, db)).toEqual({ notes: count, gone: [], other: [], unread: 0 });
    const [one, two, three] = newer.map((note) => note.id);
    await db.notes.delete(one ?? '');
    await binNote(two ?? '', true, db);
    const row = await db.notes
      .where('id')
      .equals(three ?? '')
      .raw()
      .first();
    if (row) await db.notes.put({ ...row, note: { ...row.note, text: 'other' } });
    expect(await lookAtBackup(name, here.call, db)).toEqual({
      notes: count,
      gone: [one, two],
      other: [three],
      unread: 0,
    });
  });

  test('B1 brings each back as a copy in which nothing but its id and a title of words is another', async () => {
    const { here, db } = await written();
    await here.snap(db);
    const bare = store();
    const [backup] = (await here.call['backups:list']().then((all) => (all.ok ? all.value : []))) ?? [];
    const ids = newer.map((note) => note.id);
    const keep = async () => ({ ok: true, value: null }) as const;
    const brought = await bringBack(backup?.name ?? '', ids, (title) => `${title} again`, here.call, bare, keep);
    const made = brought.ok ? brought.value : [];
    expect(made).toHaveLength(newer.length);
    const copies = await Promise.all(made.map((copy) => bare.notes.where('id').equals(copy).raw().first()));
    expect(copies.map((row) => row?.note)).toEqual(
      newer.map((note, at) => ({
        ...note,
        id: made[at],
        title: typeof note.title === 'string' ? `${note.title} again` : note.title,
      })),
    );
  });

  test('B1 counts what is no row, and says so', async () => {
    const { here, db } = await written();
    await db.notes.bulkAdd([{ id: id(90), rev: 1, note: null as unknown as Note, binned: '' }]);
    await here.snap(db);
    const [backup] = (await here.call['backups:list']().then((all) => (all.ok ? all.value : []))) ?? [];
    const news = await lookAtBackup(backup?.name ?? '', here.call, db);
    expect(news).toEqual({ notes: count + 1, gone: [], other: [], unread: 1 });
  });
});
