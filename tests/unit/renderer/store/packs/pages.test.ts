import { expect, test } from 'vitest';
import { installPack } from '#store/packs/install.ts';
import { listPages, loadPage } from '#store/packs/pages.ts';
import { freshPacks } from '../fresh-db.ts';
import { body, type Made, offerOf } from '../made-pack.ts';

async function stored(...packs: readonly Made[]) {
  const store = freshPacks();
  for (const made of packs) {
    const { offer, from } = offerOf(made);
    const result = await installPack(offer, from, {}, store.ask);
    if (!result.ok) throw new Error(result.problem.code);
  }
  return store.db;
}

test('pages stand by pack title, then in their order, those without one last, by path', async () => {
  const db = await stored(
    { id: 'b', pages: [body('z'), body('a'), body('first', { order: 1 })] },
    { id: 'a', pages: [body('only')] },
  );
  expect((await listPages(db)).map(({ pack, meta }) => `${pack}/${meta.id}`)).toEqual([
    'a/only',
    'b/first',
    'b/a',
    'b/z',
  ]);
});

test('a page knows its neighbours', async () => {
  const db = await stored({ pages: [body('a'), body('b'), body('c')] });
  expect(await loadPage('engage', 'b', db)).toMatchObject({
    pack: { id: 'engage', title: 'Pack engage' },
    previous: { id: 'a', title: 'Title of a' },
    next: { id: 'c', title: 'Title of c' },
  });
  expect(await loadPage('engage', 'a', db)).toMatchObject({ previous: null });
  expect(await loadPage('engage', 'c', db)).toMatchObject({ next: null });
});

test('an old id or path leads to the page that took its place', async () => {
  const db = await stored({
    redirects: [
      { from: 'before', to: 'one' },
      { from: 'pages/old.md', to: 'two' },
      { from: 'lost', to: 'nowhere' },
    ],
  });
  expect(await loadPage('engage', 'before', db)).toMatchObject({ meta: { id: 'one' }, redirectedFrom: 'before' });
  expect((await loadPage('engage', 'pages/old.md', db))?.meta.id).toBe('two');
  expect((await loadPage('engage', 'one', db))?.redirectedFrom).toBeUndefined();
  expect(await loadPage('engage', 'lost', db)).toBeNull();
  expect(await loadPage('engage', '__proto__', db)).toBeNull();
  expect(await loadPage('other', 'one', db)).toBeNull();
});
