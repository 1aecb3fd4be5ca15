import { expect, test } from 'vitest';
import { newNote } from '#domain/note/record/note.ts';
import { addNote, binNote, saveChanges } from '#store/notes/note-saves.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';
import { findContinued } from '#store/own/continued.ts';
import { addOpened, listOpened } from '#store/own/opened.ts';
import { keepFilter, listFilters, removeFilter } from '#store/own/saved-filters.ts';
import { freshOwn } from './fresh-db.ts';

test('notes opened lately: newest first, one row a note, fifty at most', async () => {
  const db = freshOwn();
  let time = 0;
  const now = () => ++time;
  for (const note of ['a', 'b', 'a']) await addOpened(note, db, now);
  expect(await listOpened(db)).toEqual(['a', 'b']);
  for (let note = 0; note < 60; note += 1) await addOpened(`${note}`, db, now);
  expect(await db.opened.count()).toBe(50);
  expect((await listOpened(db))[0]).toBe('59');
});

test('filters are kept under their names, renamed and removed', async () => {
  const db = freshOwn();
  const filter = {
    id: '1',
    name: 'Ports',
    forms: [],
    states: [],
    decisions: [],
    stages: ['shape' as const],
    owners: [],
    tags: [],
  };
  await keepFilter(filter, db);
  await keepFilter({ ...filter, id: '2', name: 'Farms' }, db);
  expect((await listFilters(db)).map(({ name }) => name)).toEqual(['Farms', 'Ports']);
  await keepFilter({ ...filter, name: 'All ports' }, db);
  expect((await listFilters(db)).map(({ name }) => name)).toEqual(['All ports', 'Farms']);
  await removeFilter('1', db);
  expect((await listFilters(db)).map(({ id }) => id)).toEqual(['2']);
});

test('the experiment to go on with is the one opened last that is neither over, nor in the bin, nor gone', async () => {
  const own = freshOwn();
  const notes = openNotesDb('continued');
  const ids = [1, 2, 3, 4].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
  let time = 0;
  for (const id of ids) {
    await addNote(newNote(id, '2026-11-23T10:00:00.000Z', id.slice(-1)), notes);
    await addOpened(id, own, () => ++time);
  }
  await addOpened('gone', own, () => ++time);
  const title = async () => (await findContinued(own, notes))?.note.title ?? null;
  expect(await title()).toBe('4');
  await binNote(ids[3] ?? '', true, notes);
  expect(await title()).toBe('3');
  const row = await notes.notes.get(ids[2] ?? '');
  if (row) await saveChanges(row, { status: 'archived' }, notes);
  expect(await title()).toBe('2');
  const other = await notes.notes.get(ids[1] ?? '');
  if (other) await saveChanges(other, { ending: { kind: 'abandoned', because: '' } }, notes);
  expect(await title()).toBe('1');
  await binNote(ids[0] ?? '', true, notes);
  expect(await title()).toBeNull();
});
