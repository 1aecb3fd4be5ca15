import { expect, test } from 'vitest';
import type { OwnDb } from '#store/db.ts';
import { createDraftKeeper, type DraftKeeper } from '#store/own/draft-keeper.ts';
import { WriteRefused } from '#store/write-guard.ts';
import { freshOwn } from '../fresh-db.ts';

const FULL = { code: 'disk-low', needed: 5 } as const;

/** A window over a store, with time that only passes when told to. */
function aWindow(db: OwnDb = freshOwn()) {
  let time = 0;
  let full = false;
  let calls: { readonly at: number; readonly run: () => void }[] = [];
  const drafts = createDraftKeeper({
    db,
    now: () => time,
    look: async () => {
      if (full) throw new WriteRefused(FULL);
    },
    later: (run, ms) => {
      const call = { at: time + ms, run };
      calls.push(call);
      return () => {
        calls = calls.filter((one) => one !== call);
      };
    },
  });
  return {
    db,
    drafts,
    stored: async () =>
      Object.fromEntries((await db.drafts.toArray()).map(({ of, field, text }) => [`${of} ${field}`, text])),
    /** Lets milliseconds pass; what is due begins. */
    pass: (ms: number) => {
      time += ms;
      const due = calls.filter(({ at }) => at <= time);
      calls = calls.filter(({ at }) => at > time);
      for (const { run } of due) run();
    },
    fill: (is: boolean) => {
      full = is;
    },
  };
}

const reach = (drafts: DraftKeeper, at: 'saved' | 'saving' | 'notSaved') =>
  expect.poll(() => drafts.state().at, { interval: 1 }).toBe(at);

test('B1 words that were begun are written once keys rest, or after 0.6 seconds, and the next window shows them', async () => {
  const { db, drafts, stored, pass } = aWindow();
  drafts.set('n', 'comment', 'Ten');
  expect(drafts.state().at).toBe('saving');
  for (const text of ['Ten m', 'Ten mi', 'Ten min']) {
    pass(199);
    drafts.set('n', 'comment', text);
  }
  expect(await stored()).toEqual({});
  pass(3);
  await reach(drafts, 'saved');
  expect(await stored()).toEqual({ 'n comment': 'Ten min' });

  const next = aWindow(db);
  expect(next.drafts.shown('n', 'comment')).toBeUndefined();
  await next.drafts.read('n');
  expect(next.drafts.shown('n', 'comment')).toBe('Ten min');
  next.drafts.set('n', 'comment', '');
  await next.drafts.flush();
  expect(await stored()).toEqual({});
});

test('B1 words that were taken are kept until they are safe elsewhere, and what is begun meanwhile stays', async () => {
  const { drafts, stored } = aWindow();
  for (const field of ['comment', 'role']) drafts.set('n', field, `a ${field}`);
  await drafts.flush();
  let safe = (): void => undefined;
  drafts.take('n', { comment: '', role: 'a role' }, new Promise<void>((resolve) => (safe = resolve)));
  expect([drafts.shown('n', 'comment'), drafts.shown('n', 'role')]).toEqual(['', 'a role']);
  await drafts.flush();
  await drafts.read('n');
  expect(drafts.shown('n', 'comment')).toBe('');
  expect(await stored()).toEqual({ 'n comment': 'a comment', 'n role': 'a role' });
  drafts.set('n', 'comment', 'one more');
  safe();
  await expect.poll(stored).toEqual({ 'n comment': 'one more' });

  drafts.take('n', { comment: '' }, Promise.reject(new Error('It was not saved')));
  await drafts.flush();
  expect(await stored()).toEqual({ 'n comment': 'one more' });
});

test('B1 words that the store refuses are not said to be saved, stay in sight, and are tried again', async () => {
  const { drafts, stored, pass, fill } = aWindow();
  fill(true);
  drafts.set('n', 'comment', 'Words');
  expect(await drafts.flush()).toEqual({ at: 'notSaved', problem: FULL });
  await drafts.read('n');
  expect([drafts.shown('n', 'comment'), drafts.unkept()]).toEqual(['Words', 'n']);
  fill(false);
  pass(5_000);
  await reach(drafts, 'saved');
  expect([await stored(), drafts.unkept()]).toEqual([{ 'n comment': 'Words' }, null]);
});

test('B1 of two windows the one that wrote last has the words, and reading again brings what the other wrote', async () => {
  const db = freshOwn();
  const [a, b] = [aWindow(db), aWindow(db)];
  a.drafts.set('n', 'comment', 'from a');
  await a.drafts.flush();
  b.drafts.set('n', 'comment', 'from b');
  await b.drafts.flush();
  await a.drafts.read('n');
  expect(a.drafts.shown('n', 'comment')).toBe('from b');
  b.drafts.set('n', 'comment', '');
  await b.drafts.flush();
  a.drafts.set('n', 'role', 'still on its way');
  await a.drafts.read('n');
  expect([a.drafts.shown('n', 'comment'), a.drafts.shown('n', 'role')]).toEqual([undefined, 'still on its way']);
});

test('B1 what was begun goes with the note, also where it was to be shared with others', async () => {
  const { drafts, stored } = aWindow();
  drafts.set('n', 'comment', 'of n');
  drafts.set('m', 'comment', 'of m');
  drafts.set('m n', 'share', 'of both');
  await drafts.flush();
  drafts.set('n', 'role', 'not written yet');
  await drafts.forget(['n']);
  await drafts.flush();
  expect(await stored()).toEqual({ 'm comment': 'of m' });
  expect(drafts.shown('n', 'comment')).toBeUndefined();
});
