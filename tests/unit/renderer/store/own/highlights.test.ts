import { expect, test } from 'vitest';
import { addHighlight, listAllHighlights, listHighlights, removeHighlight } from '#store/own/highlights.ts';
import { installPack, removePack } from '#store/packs/install.ts';
import { freshOwn, freshPacks, type PackStore } from '../fresh-db.ts';
import { body, type Made, offerOf } from '../made-pack.ts';

async function install({ ask }: PackStore, made: Made) {
  const { offer, from } = offerOf(made);
  const result = await installPack(offer, from, {}, ask);
  if (!result.ok) throw new Error(result.problem.code);
}

test('highlights stay when their pack changes or goes, and tell whether their words are still there', async () => {
  const own = freshOwn();
  const store = freshPacks();
  await install(store, { id: 'a', pages: [body('x', { text: 'Keep a log. Tell everyone.' })] });
  let time = 0;
  const now = () => ++time;
  const place = { pack: 'a', page: 'x', section: '' };
  const log = await addHighlight({ ...place, words: ' Keep a\n log ', before: '', after: '.' }, own, now);
  const all = await addHighlight({ ...place, words: 'Tell everyone', before: '. ', after: '.' }, own, now);
  expect(await addHighlight({ ...place, words: 'Keep a log', before: '', after: '.' }, own, now)).toBe(log);
  expect((await listHighlights('a', 'x', own)).map(({ words }) => words)).toEqual(['Keep a log', 'Tell everyone']);

  const listed = async () => (await listAllHighlights(own, store.db)).map(({ id, there }) => [id, there]);
  expect(await listed()).toEqual([
    [all, true],
    [log, true],
  ]);
  await install(store, { id: 'a', release: 2, pages: [body('x', { text: 'Keep a book. Tell everyone.' })] });
  expect(await listed()).toEqual([
    [all, true],
    [log, false],
  ]);
  await removePack('a', store.ask);
  expect(await listed()).toEqual([
    [all, false],
    [log, false],
  ]);
  await removeHighlight(all, own);
  expect(await listed()).toEqual([[log, false]]);
});
