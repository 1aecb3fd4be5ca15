import { expect, test } from 'vitest';
import { addMissed, clearMissed, listMissed, putMissedBack } from '#store/packs/missed.ts';
import { freshOwn } from '../fresh-db.ts';

const day = '2026-11-23';
const shown = async (db: ReturnType<typeof freshOwn>) =>
  (await listMissed(db)).map(({ words, times }) => `${words} ${times}`);

test('searches that found nothing: newest first, the same words in one row, 200 at most', async () => {
  const db = freshOwn();
  let time = 0;
  const now = () => ++time;
  await addMissed({ words: ' vendor  parity ', day: '2026-11-20' }, db, now);
  await addMissed({ words: 'charter', day }, db, now);
  await addMissed({ words: 'Vendor parity', day }, db, now);
  await addMissed({ words: '  ', day }, db, now);
  expect(await shown(db)).toEqual(['Vendor parity 2', 'charter 1']);
  expect((await listMissed(db))[0]?.day).toBe(day);
  for (let at = 0; at < 250; at++) await addMissed({ words: `words ${at}`, day }, db, now);
  expect(await db.missed.count()).toBe(200);
  expect((await listMissed(db)).at(-1)?.words).toBe('words 50');
});

test('what was not the whole question gives way to it', async () => {
  const db = freshOwn();
  await addMissed({ words: 'vendor', day }, db);
  await addMissed({ words: 'vendor', day }, db);
  await addMissed({ words: 'vendor parity', day, instead: 'vendor' }, db);
  expect((await shown(db)).sort()).toEqual(['vendor 1', 'vendor parity 1']);
  await addMissed({ words: 'vendor parity charter', day, instead: 'vendor parity' }, db);
  expect((await shown(db)).sort()).toEqual(['vendor 1', 'vendor parity charter 1']);
});

test('the list is cleared, and comes back with what was noted since', async () => {
  const db = freshOwn();
  await addMissed({ words: 'one', day: '2026-11-20' }, db, () => 1);
  await addMissed({ words: 'two', day: '2026-11-20' }, db, () => 2);
  const rows = await clearMissed(db);
  expect(await shown(db)).toEqual([]);
  await addMissed({ words: 'two', day }, db, () => 3);
  await putMissedBack(rows, db);
  expect(await shown(db)).toEqual(['two 2', 'one 1']);
  expect((await listMissed(db))[0]).toMatchObject({ day, at: 3 });
});
