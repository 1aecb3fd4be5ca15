import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { COLUMNS, countRegister, inOrder, NO_REGISTER_FILTERS, registerRow } from '#domain/note/register.ts';
import { addNote, binNote, dropNote, saveChanges } from '#store/notes/note-saves.ts';
import { readRegister } from '#store/notes/notes.ts';
import { type NotesDb, openNotesDb } from '#store/notes/notes-db.ts';
import { remakeRegister } from '#store/notes/register-rows.ts';
import { lockWrites } from '#store/write-guard.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let made = 0;
const fresh = (): NotesDb => openNotesDb(`register-${++made}`);
const note = (number: number, fields: Partial<Note> = {}): Note => ({
  ...newNote(
    `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    '2026-11-23T10:00:00.000Z',
    `Note ${number}`,
  ),
  ...fields,
});

/** The register is what it would be if it were made from the notes now. */
async function agree(db: NotesDb): Promise<void> {
  const notes = await db.notes.orderBy('id').toArray();
  expect(await db.register.orderBy('id').toArray()).toEqual(
    notes.map(({ note: one, binned }) => ({ ...registerRow(one), binned, cites: [], sound: true })),
  );
}

test('every way of saving a note writes its row: new, changed, into the bin and out of it, removed', async () => {
  const db = fresh();
  const { row } = await addNote(note(1), db);
  await addNote(note(2), db);
  await agree(db);
  await saveChanges(row, { title: 'Do shorter papers get better answers?', status: 'running' }, db);
  expect((await readRegister(false, db)).map(({ question, state }) => `${question} ${state}`)).toContain(
    'Do shorter papers get better answers? running',
  );
  await agree(db);
  await binNote(row.id, true, db);
  expect(await readRegister(true, db)).toHaveLength(1);
  expect(await readRegister(false, db)).toHaveLength(1);
  await agree(db);
  await binNote(row.id, false, db);
  await agree(db);
  await dropNote(row.id, db);
  expect(await db.register.count()).toBe(1);
  await agree(db);
});

test('also those that know nothing of the register: in bulk, by a query, all at once', async () => {
  const db = fresh();
  const rows = [1, 2, 3, 4].map((number) => ({ id: note(number).id, rev: 1, note: note(number), binned: '' }));
  await db.transaction('rw', db.notes, () => db.notes.bulkPut(rows));
  await agree(db);
  await db.notes
    .bulkAdd([...rows.slice(0, 1), { ...rows[0], rev: 1, binned: '', id: note(9).id, note: note(9) }])
    .catch(() => undefined);
  await agree(db);
  await db.notes.where('id').above(note(2).id).modify({ binned: '2026-11-23' });
  await agree(db);
  await db.notes.bulkDelete([note(1).id, note(7).id]);
  await db.notes.where('id').equals(note(2).id).delete();
  await agree(db);
  await db.notes.clear();
  expect(await db.register.count()).toBe(0);
});

test('a change that is taken back leaves the row as it was', async () => {
  const db = fresh();
  await addNote(note(1), db);
  const failed = db.transaction('rw', db.notes, async () => {
    await db.notes.put({ id: note(1).id, rev: 2, note: note(1, { title: 'Other' }), binned: '' });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect((await readRegister(false, db)).map(({ question }) => question)).toEqual(['Note 1']);
});

test('is made again where rows are missing; a damaged note does not keep the others out', async () => {
  const db = fresh();
  await addNote(note(1), db);
  await addNote(note(2), db);
  await db.register.clear();
  const { name } = db;
  db.close();
  const again = openNotesDb(name);
  await agree(again);
  again.close();
  const bare = await new Dexie(name).open();
  await bare.table('notes').put({ id: 'damaged', rev: 1, binned: '' });
  bare.close();
  const third = openNotesDb(name);
  expect(await readRegister(false, third)).toHaveLength(2);
  // It is counted, or the register would be made again at each start.
  await remakeRegister(third);
  expect((await readRegister(false, third)).map(({ id, state }) => [id, state])).toContainEqual(['damaged', 'unread']);
});

/** What a newer Satchel may have made of a field. */
const NEWER: Readonly<Record<string, unknown>> = {
  title: { text: 'Words' },
  ownerRole: { name: 'Role' },
  tags: [{ name: 'tag' }],
  costs: [null],
  deviations: {},
  citations: [null],
  decision: { choice: 'adopt', because: ['Why'] },
  stop: { because: 3 },
  changed: 20_261_201,
  costCap: 'much',
  stage: { name: 'discovery' },
  ending: [],
  kind: null,
  template: ['a'],
};

test.each(Object.keys(NEWER))(
  'a note whose %s cannot be read is written and listed, and keeps no other out',
  async (field) => {
    const db = fresh();
    await addNote(note(1), db);
    const newer = { ...note(2), [field]: NEWER[field] } as Note;
    await db.notes.put({ id: newer.id, rev: 1, note: newer, binned: '' });
    for (const again of [false, true]) {
      if (again) await remakeRegister(db);
      const rows = await readRegister(false, db);
      expect(rows).toHaveLength(2);
      const counts = countRegister(rows, NO_REGISTER_FILTERS);
      for (const values of [counts.owners, counts.tags]) [...values.keys()].sort((a, b) => a.localeCompare(b));
      for (const column of COLUMNS) inOrder(rows, { column, descending: true });
    }
  },
);

test('a row that an earlier Satchel made of such a note is shown as one that cannot be read', async () => {
  const db = fresh();
  await addNote(note(1), db);
  const { sound: _, ...earlier } = (await db.register.get(note(1).id)) ?? {};
  await db.register.put({ ...earlier, ownerRole: { name: 'Role' } } as never);
  expect(await readRegister(false, db)).toMatchObject([{ question: 'Note 1', ownerRole: '', state: 'unread' }]);
});

test('a row that an earlier Satchel made, which listed less, is shown with what it has', async () => {
  const db = fresh();
  await addNote(note(1, { ownerRole: 'Policy lead' }), db);
  const { sound: _, tags: __, ...less } = (await db.register.get(note(1).id)) ?? {};
  await db.register.put(less as never);
  const wanted = { question: 'Note 1', ownerRole: 'Policy lead', state: 'idea', tags: [] };
  expect(await readRegister(false, db)).toMatchObject([wanted]);
});

test('notes of the first version are listed after the database became the second', async () => {
  const name = `register-${++made}`;
  const old = new Dexie(name);
  old.version(1).stores({ notes: 'id, binned', versions: '[id+rev], id', files: 'sha256' });
  await old.table('notes').bulkPut([1, 2].map((n) => ({ id: note(n).id, rev: 1, note: note(n), binned: '' })));
  old.close();
  const db = openNotesDb(name);
  expect(await readRegister(false, db)).toHaveLength(2);
  await agree(db);
});

test('where nothing may be written notes of an older version are read all the same, and listed the next time', async () => {
  const db = fresh();
  await addNote(note(1), db);
  await db.register.clear();
  db.close();
  lockWrites({ code: 'disk-low', needed: 3 });
  try {
    const full = openNotesDb(db.name);
    expect(await full.notes.count()).toBe(1);
    full.close();
  } finally {
    lockWrites(null);
  }
  expect(await readRegister(false, openNotesDb(db.name))).toHaveLength(1);
});
