import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Draft } from '#domain/journal/entry.ts';
import { formOf } from '#domain/note/form.ts';
import { plainNote } from '#domain/note/plain-note.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { KeepDrafts } from '#store/notes/keep-drafts.ts';
import { newNoteId } from '#store/notes/new-note.ts';
import { createNoteSaver } from '#store/notes/note-saver.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const ID = '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f';
const BEGUN = '2026-11-23T09:00:00.000Z';
const WRITTEN = '2026-11-23T14:02:00.000Z';

test('B30 a new note is in no store until its first word; from then on it is saved twice like all others', async () => {
  const db = openNotesDb('new-note');
  const kept: Draft[] = [];
  const keep: KeepDrafts = async (drafts) => {
    kept.push(...structuredClone(drafts));
    return { ok: true, value: null };
  };
  const row = { id: ID, rev: 0, note: plainNote(ID, BEGUN), binned: '' };
  const saver = createNoteSaver(row, keep, { db, now: () => new Date(WRITTEN), look: async () => undefined });
  expect(await saver.flush()).toEqual({ at: 'saved' });
  expect(await saver.refresh()).toBe(true);
  expect([await db.notes.count(), kept.length]).toEqual([0, 0]);

  saver.change({ title: 'A' });
  expect(await saver.flush()).toEqual({ at: 'saved' });
  saver.change({ text: 'word' });
  expect(await saver.flush()).toEqual({ at: 'saved' });
  const stored = await db.notes.get(ID);
  expect(stored).toMatchObject({ rev: 2, note: { title: 'A', text: 'word', created: WRITTEN } });
  expect(stored && formOf(stored.note)).toBe('note');
  expect(kept.map(({ rev, parent, op }) => [rev, parent, op])).toEqual([
    ['1', null, 'put'],
    ['2', '1', 'put'],
  ]);
  expect(kept.at(-1)?.fields).toEqual(stored?.note);
  expect(await db.register.get(ID)).toMatchObject({ question: 'A', template: 'note' });
  // Removed meanwhile, it is not begun again.
  await db.notes.delete(ID);
  saver.change({ text: 'later' });
  expect(await saver.flush()).toMatchObject({ at: 'notSaved', problem: { code: 'note-gone' } });
  expect(await db.notes.count()).toBe(0);
});

test('B30 first words that the store refuses are in the journal, for the next start to find', async () => {
  const db = openNotesDb('new-note-full');
  const kept: Draft[] = [];
  const saver = createNoteSaver(
    { id: ID, rev: 0, note: plainNote(ID, BEGUN), binned: '' },
    async (drafts) => {
      kept.push(...structuredClone(drafts));
      return { ok: true, value: null };
    },
    {
      db,
      look: async () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    },
  );
  saver.change({ title: 'Kept aside' });
  expect((await saver.flush()).at).toBe('notSaved');
  expect(saver.isKept()).toBe(true);
  expect(kept[0]).toMatchObject({ note: ID, rev: '1', parent: null, op: 'put', fields: { title: 'Kept aside' } });
});

test('B30 looking at a new note twice is one note; its first word makes room for the next', () => {
  const begun: { readonly note: Note; readonly first: () => void }[] = [];
  const begin = (note: Note, first: () => void) => void begun.push({ note, first });
  const id = newNoteId(begin);
  expect(newNoteId(begin)).toBe(id);
  expect(begun).toHaveLength(1);
  begun[0]?.first();
  expect(newNoteId(begin)).not.toBe(id);
  expect(begun.map(({ note }) => formOf(note))).toEqual(['note', 'note']);
});
