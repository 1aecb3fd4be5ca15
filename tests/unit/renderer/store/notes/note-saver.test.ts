import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#domain/journal/entry.ts';
import { newNote } from '#domain/note/record/note.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { KeepDrafts } from '#store/notes/keep-drafts.ts';
import type { NoteRow } from '#store/notes/note-row.ts';
import { createNoteSaver, type SaveState } from '#store/notes/note-saver.ts';
import { addNote, binNote, dropNote, SITTING, saveChanges } from '#store/notes/note-saves.ts';
import { type NotesDb, openNotesDb } from '#store/notes/notes-db.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const ID = '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f';
const START = Date.parse('2026-11-23T14:02:00.000Z');
let made = 0;

/** A database, a journal in memory, and time that only passes when told to. */
async function oneNote() {
  const db: NotesDb = openNotesDb(`notes-${++made}`);
  const { row } = await addNote(newNote(ID, new Date(START).toISOString(), 'Supplier day'), db);
  const kept: Draft[] = [];
  let time = START;
  let full: Problem | null = null;
  let calls: { readonly at: number; readonly run: () => void }[] = [];
  const keep: KeepDrafts = async (drafts) => {
    if (full) return { ok: false, problem: full };
    kept.push(...structuredClone(drafts));
    return { ok: true, value: null };
  };
  const later = (run: () => void, ms: number) => {
    const call = { at: time + ms, run };
    calls.push(call);
    return () => {
      calls = calls.filter((one) => one !== call);
    };
  };
  const now = () => new Date(time);
  return {
    db,
    kept,
    saver: (from: NoteRow = row, joined: (fields: readonly string[]) => void = () => undefined) =>
      createNoteSaver(from, keep, { db, now, later, joined }),
    stored: async () => (await db.notes.get(ID))?.note,
    /** Lets milliseconds pass; what is due begins. */
    pass: (ms: number) => {
      time += ms;
      const due = calls.filter(({ at }) => at <= time);
      calls = calls.filter(({ at }) => at > time);
      for (const { run } of due) run();
    },
    waits: () => calls.length,
    fill: (problem: Problem | null) => {
      full = problem;
    },
  };
}

const reach = (saver: { state: () => SaveState }, at: SaveState['at']) =>
  expect.poll(() => saver.state().at, { interval: 1 }).toBe(at);

describe('a change', () => {
  test('that takes out a figure under a locked plan leaves that it was there', async () => {
    const { saver: open, stored } = await oneNote();
    const saver = open();
    const row = { id: 'r', metric: 'm', group: '', n: null, value: 64, low: null, high: null, exploratory: false };
    saver.change({ plan: { hash: 'a'.repeat(64), lockedAt: '2026-11-23T14:02:00.000Z', text: '{}' } });
    saver.change({ results: [{ ...row, value: null }] });
    expect(saver.row().note.plan?.found).toBeUndefined();
    saver.change({ results: [row] });
    saver.change({ results: [] });
    await saver.flush();
    expect(await stored()).toMatchObject({ results: [], plan: { found: true } });
  });

  test('is saved once keys rest, and said to be only when both have it', async () => {
    const { saver: open, pass, stored, kept } = await oneNote();
    const saver = open();
    const said: string[] = [];
    saver.subscribe(() => said.push(`${saver.state().at} ${kept.length}`));
    saver.change({ text: 'Day' });
    pass(200);
    saver.change({ text: 'Day 1' });
    pass(299);
    expect((await stored())?.text).toBe('');
    pass(1);
    await reach(saver, 'saved');
    expect((await stored())?.text).toBe('Day 1');
    expect(kept).toMatchObject([{ note: ID, rev: '2', parent: '1', op: 'put', fields: { text: 'Day 1' } }]);
    expect(said.filter((line) => line.startsWith('saved'))).toEqual(['saved 1']);
  });

  test('does not wait longer than 600 ms while keys go on', async () => {
    const { saver: open, pass, stored } = await oneNote();
    const saver = open();
    for (let letter = 1; letter <= 7; letter += 1) {
      saver.change({ text: 'x'.repeat(letter) });
      pass(100);
    }
    await expect.poll(async () => (await stored())?.text.length).toBeGreaterThanOrEqual(6);
  });

  test('made while one is written is shown at once and written after it', async () => {
    const { saver: open, pass, stored, kept } = await oneNote();
    const saver = open();
    saver.change({ text: 'One' });
    pass(300);
    saver.change({ title: 'Two' });
    expect(saver.row().note).toMatchObject({ text: 'One', title: 'Two' });
    expect(await saver.flush()).toEqual({ at: 'saved' });
    expect(await stored()).toMatchObject({ text: 'One', title: 'Two' });
    expect(kept.map(({ rev, parent }) => [Number(rev), Number(parent)])).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });
});

describe('what is refused', () => {
  test('by the journal is not saved, is tried again, and then stands there once', async () => {
    const { saver: open, pass, fill, kept, waits } = await oneNote();
    const saver = open();
    fill({ code: 'no-space', needed: 1 });
    saver.change({ text: 'Kept' });
    expect(await saver.flush()).toEqual({ at: 'notSaved', problem: { code: 'no-space', needed: 1 } });
    expect(saver.row().note.text).toBe('Kept');
    expect(saver.isKept()).toBe(true);
    expect(waits()).toBe(1);
    saver.change({ text: 'Kept too' });
    expect(saver.isKept()).toBe(false);
    fill(null);
    pass(5_000);
    await saver.flush();
    await reach(saver, 'saved');
    // Each line of the journal holds the whole note.
    expect(kept.map(({ fields }) => fields.text)).toEqual(['Kept too']);
  });

  test('by the journal, and then put into the bin, is not taken out of it again', async () => {
    const { saver: open, fill, db, kept } = await oneNote();
    const saver = open();
    fill({ code: 'no-space', needed: 1 });
    saver.change({ text: 'Kept' });
    await saver.flush();
    await binNote(ID, true, db);
    fill(null);
    expect(await saver.flush()).toEqual({ at: 'saved' });
    expect(kept).toMatchObject([{ op: 'trash', rev: '3', fields: { text: 'Kept' } }]);
  });

  test('by the database is in the journal all the same, and counts as kept there alone', async () => {
    const { saver: open, db, kept, fill } = await oneNote();
    const saver = open();
    db.close({ disableAutoOpen: true });
    saver.change({ text: 'Words' });
    await saver.flush();
    expect(kept).toMatchObject([{ rev: '2', parent: '1', fields: { text: 'Words' } }]);
    expect(saver.isKept()).toBe(true);
    fill({ code: 'journal-unwritable' });
    saver.change({ text: 'Words of which nobody took any' });
    await saver.flush();
    expect(saver.isKept()).toBe(false);
  });

  test('by the database stays in the window', async () => {
    const { saver: open, db } = await oneNote();
    const saver = open();
    db.close({ disableAutoOpen: true });
    saver.change({ text: 'Words' });
    expect(await saver.flush()).toMatchObject({ at: 'notSaved', problem: { code: 'store-unavailable' } });
    saver.change({ title: 'More' });
    expect(saver.row().note).toMatchObject({ text: 'Words', title: 'More' });
  });

  test('because the note is gone is said', async () => {
    const { saver: open, db } = await oneNote();
    const saver = open();
    await db.notes.delete(ID);
    saver.change({ text: 'Words' });
    expect(await saver.flush()).toMatchObject({ problem: { code: 'note-gone' } });
    expect(saver.row().note.text).toBe('Words');
  });
});

describe('two windows', () => {
  test('D7 500 edits in turn, and every line of both is there', async () => {
    const { saver: open, stored, kept } = await oneNote();
    const joined: string[] = [];
    const windows = [
      open(undefined, (fields) => joined.push(...fields)),
      open(undefined, (fields) => joined.push(...fields)),
    ];
    const written: string[] = [];
    for (let edit = 0; edit < 500; edit += 1) {
      const saver = windows[edit % 3 === 0 ? 0 : 1];
      const line = `line ${edit}`;
      written.push(line);
      saver?.change({ text: `${saver.row().note.text}${line}\n` });
      if (edit % 5 === 4) await saver?.flush();
    }
    for (const saver of windows) await saver.flush();
    const lines = (await stored())?.text.split('\n').filter((line) => line !== '');
    expect(lines?.toSorted()).toEqual(written.toSorted());
    expect(joined).toContain('text');
    expect(kept.map(({ rev }) => Number(rev))).toEqual(kept.map((_, at) => at + 2));
  });
});

describe('what another window wrote', () => {
  test('is not written over by what was typed while both were joined', async () => {
    const { saver: open, stored, kept } = await oneNote();
    const [mine, theirs] = [open(), open()];
    theirs.change({ text: 'A1 ' });
    await theirs.flush();
    mine.change({ text: 'B1 ' });
    const saving = mine.flush();
    // The window does not show A1 yet.
    mine.change({ text: 'B1 B2 ' });
    await saving;
    await mine.flush();
    expect((await stored())?.text).toBe('A1 B1 B2 ');
    expect(mine.row().note.text).toBe('A1 B1 B2 ');
    expect(kept.at(-1)?.fields.text).toBe('A1 B1 B2 ');
  });

  test('D7 in one paragraph is there once', async () => {
    const { saver: open, stored } = await oneNote();
    const windows = [open(), open()];
    const words: string[] = [];
    for (let edit = 0; edit < 500; edit += 1) {
      const saver = windows[edit % 2];
      words.push(`w${edit}`);
      saver?.change({ text: `${saver.row().note.text}w${edit} ` });
      if (edit % 3 === 2) void saver?.flush();
      if (edit % 7 === 6) await Promise.all(windows.map((one) => one.flush()));
    }
    for (const saver of windows) await saver.flush();
    expect((await stored())?.text.trim().split(/ +/).toSorted()).toEqual(words.toSorted());
  });

  test('is shown when the note is looked at again, unless words wait here', async () => {
    const { saver: open, db } = await oneNote();
    const saver = open();
    await binNote(ID, true, db);
    expect(await saver.refresh()).toBe(true);
    expect(saver.row()).toMatchObject({ rev: 2, binned: expect.stringMatching(/./) });
    saver.change({ text: 'Words' });
    await dropNote(ID, db);
    expect(await saver.refresh()).toBe(true);
    expect(saver.row().note.text).toBe('Words');
    expect(await open().refresh()).toBe(false);
  });
});

describe('versions', () => {
  test('a sitting ends after a rest, with a step, or when the clock jumps back', async () => {
    const { db } = await oneNote();
    const save = async (ms: number, patch: Parameters<typeof saveChanges>[1]) => {
      const row = await db.notes.get(ID);
      if (!row) throw new Error('gone');
      await saveChanges(row, patch, db, () => new Date(START + ms));
      return (await db.versions.toArray()).map(({ rev }) => rev);
    };
    expect(await save(1_000, { text: 'a' })).toEqual([]);
    expect(await save(SITTING, { text: 'ab' })).toEqual([]);
    expect(await save(SITTING * 2 + 1, { text: 'abc' })).toEqual([3]);
    expect(await save(SITTING * 2 + 2, { status: 'planned' })).toEqual([3, 4]);
    expect(await save(-86_400_000, { text: 'abcd' })).toEqual([3, 4, 5]);
  });

  test('a note removed for good is gone with its versions, and the journal hears it', async () => {
    const { db } = await oneNote();
    await db.versions.put({ id: ID, rev: 1, note: newNote(ID, '') });
    expect(await dropNote(ID, db)).toMatchObject({ note: ID, rev: '2', parent: '1', op: 'drop', fields: {} });
    expect([await db.notes.count(), await db.versions.count()]).toEqual([0, 0]);
    expect(await dropNote(ID, db)).toBeNull();
  });

  test('the bin keeps the note, and each way is an entry', async () => {
    const { db } = await oneNote();
    const inBin = await binNote(ID, true, db, () => new Date(START));
    expect(inBin).toMatchObject({
      row: { binned: '2026-11-23T14:02:00.000Z', rev: 2 },
      draft: { op: 'trash', parent: '1' },
    });
    expect(await binNote(ID, false, db)).toMatchObject({ row: { binned: '' }, draft: { op: 'put', rev: '3' } });
    expect(await binNote('none', true, db)).toBeNull();
  });
});

test('a note of a newer Satchel takes comments alone; all else is refused aloud, so that nobody says it was done', async () => {
  const { saver, db, stored, pass } = await oneNote();
  const row = await db.notes.get(ID);
  if (!row) throw new Error('no note');
  const unread = [{ path: ['status'], said: 'piloting', stands: 'archived' }];
  const open = saver({ ...row, note: { ...row.note, unread } });
  expect(() => open.change({ text: 'over it' })).toThrow(ProblemError);
  expect(open.row().note.text).toBe('');
  open.change({ comments: [{ id: 'c', at: '2026-11-23T14:02:00.000Z', byRole: '', text: 'Seen' }] });
  pass(300);
  await open.flush();
  expect((await stored())?.comments).toHaveLength(1);
});
