import { expect, test } from 'vitest';
import { ok, refuse } from '#domain/result.ts';
import type { InstalledPack } from '#store/db.ts';
import { listHeadings, sectionKey } from '#store/packs/headings.ts';
import { installPack } from '#store/packs/install.ts';
import { forgetRemoval, listRemoved, takeOff } from '#store/packs/removals.ts';
import { guardWrites, lockWrites } from '#store/write-guard.ts';
import { freshOwn, freshPacks } from '../fresh-db.ts';
import { offerOf } from '../made-pack.ts';

const pack = { id: 'engage', title: 'Engage early' } as InstalledPack;

test('a pack taken off is remembered before its rows go, until it is wanted again', async () => {
  const db = freshOwn();
  const remembered: boolean[] = [];
  await takeOff(pack, 100, db, async (id) => {
    remembered.push((await listRemoved(db)).has(id));
    return ok(null);
  });
  expect(remembered).toEqual([true]);
  expect([...(await listRemoved(db))]).toEqual(['engage']);
  await forgetRemoval('engage', db);
  expect([...(await listRemoved(db))]).toEqual([]);
});

test('a pack that could not be taken off is not remembered as gone', async () => {
  const db = freshOwn();
  const answer = await takeOff(pack, 100, db, async () => refuse({ code: 'store-unavailable' }));
  expect(answer.ok).toBe(false);
  expect([...(await listRemoved(db))]).toEqual([]);
});

test('headings of sections are found; what is no longer there is left out', async () => {
  const { db, ask } = freshPacks();
  const { offer, from } = offerOf();
  await installPack(offer, from, {}, ask);
  const there = { pack: 'engage', page: 'one', section: 'more' };
  const gone = [
    { pack: 'engage', page: 'one', section: 'less' },
    { pack: 'engage', page: 'nine', section: 'more' },
    { pack: 'other', page: 'one', section: 'more' },
  ];
  expect([...(await listHeadings([...gone, there], db))]).toEqual([[sectionKey(there), 'More of one']]);
});

test('B9 a pack that stands in a window that only reads is no refusal: there is nothing to forget', async () => {
  const db = freshOwn();
  guardWrites(db);
  lockWrites({ code: 'read-only' });
  try {
    await expect(forgetRemoval('engage', db)).resolves.toBeUndefined();
  } finally {
    lockWrites(null);
  }
});
