import { expect, test } from 'vitest';
import { listBookmarks, toggleBookmark } from '#store/own/bookmarks.ts';
import { addOpened, listOpened } from '#store/own/opened.ts';
import { addRecent, listRecents } from '#store/own/recents.ts';
import { listTicks, setTick } from '#store/own/ticks.ts';
import { addMissed, listMissed } from '#store/packs/missed.ts';
import { freshOwn } from './fresh-db.ts';

test('recent pages: newest first, one row a page, the place where reading stopped, fifty at most', async () => {
  const db = freshOwn();
  let time = 0;
  const now = () => ++time;
  await addRecent({ pack: 'p', page: 'a' }, db, now);
  await addRecent({ pack: 'p', page: 'b' }, db, now);
  await addRecent({ pack: 'p', page: 'a', section: 'end' }, db, now);
  expect((await listRecents(9, db)).map(({ page, section }) => `${page}#${section}`)).toEqual(['a#end', 'b#']);
  for (let page = 0; page < 60; page++) await addRecent({ pack: 'q', page: `${page}` }, db, now);
  expect(await db.recents.count()).toBe(50);
  expect((await listRecents(1, db))[0]?.page).toBe('59');
});

test('what a clock that was ahead wrote neither stands above what comes nor pushes it out', async () => {
  const db = freshOwn();
  for (let page = 0; page < 50; page++) await addRecent({ pack: 'p', page: `${page}` }, db, () => 10_000 + page);
  for (const [at, page] of ['new', 'newer'].entries()) await addRecent({ pack: 'p', page }, db, () => 100 + at);
  expect(await db.recents.count()).toBe(50);
  expect((await listRecents(2, db)).map(({ page }) => page)).toEqual(['newer', 'new']);
  for (let note = 0; note < 50; note++) await addOpened(`${note}`, db, () => 10_000);
  await addOpened('new', db, () => 100);
  expect((await listOpened(db))[0]).toBe('new');
  await addMissed({ words: 'old', day: '2046-01-01' }, db, () => 10_000);
  await addMissed({ words: 'new', day: '2026-01-01' }, db, () => 100);
  expect((await listMissed(db)).map(({ words }) => words)).toEqual(['new', 'old']);
});

test('bookmarks come and go, for a page and for its sections apart', async () => {
  const db = freshOwn();
  const place = { pack: 'p', page: 'a' };
  expect(await toggleBookmark(place, db, () => 1)).toBe(true);
  expect(await toggleBookmark({ ...place, section: 's' }, db, () => 2)).toBe(true);
  expect(await toggleBookmark(place, db)).toBe(false);
  expect(await listBookmarks(db)).toEqual([{ ...place, section: 's', at: 2 }]);
});

test('ticks are kept by page', async () => {
  const db = freshOwn();
  await setTick('p', 'a', 'one', true, db);
  await setTick('p', 'a', 'two', true, db);
  await setTick('p', 'b', 'one', true, db);
  await setTick('p', 'a', 'two', false, db);
  expect([...(await listTicks('p', 'a', db))]).toEqual(['one']);
  expect([...(await listTicks('p', 'c', db))]).toEqual([]);
});
