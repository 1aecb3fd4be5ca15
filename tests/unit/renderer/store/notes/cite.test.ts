import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { citationSchema } from '#domain/note/record/note.ts';
import { citeSection } from '#store/notes/cite.ts';
import { installPack } from '#store/packs/install.ts';
import { freshPacks } from '../fresh-db.ts';
import { body, offerOf } from '../made-pack.ts';

const effects = { rowId: () => 'c1', now: () => '2026-11-23T10:00:00.000Z' };

async function packs() {
  const store = freshPacks();
  const { offer, from } = offerOf({ pages: [body('one'), body('long', { text: 'ŵ'.repeat(50_000) })] });
  const result = await installPack(offer, from, {}, store.ask);
  if (!result.ok) throw new Error(result.problem.code);
  return store.db;
}

test('a section is cited as it stands: pack, release, words and their hash, with the stage of its page', async () => {
  const cited = await citeSection({ pack: 'engage', page: 'one', section: 'more' }, await packs(), effects);
  expect(cited?.stage).toBe('shape');
  expect(cited?.citation).toEqual({
    id: 'c1',
    pack: 'engage',
    packTitle: 'Pack engage',
    version: expect.any(String),
    release: 1,
    page: 'one',
    section: 'more',
    title: 'Title of one',
    heading: 'More of one',
    hash: createHash('sha256').update('More.').digest('hex'),
    quote: 'More.',
    at: '2026-11-23T10:00:00.000Z',
  });
  expect(citationSchema.parse(cited?.citation)).toEqual(cited?.citation);
});

test('a page without a section is cited by its lead; a long one keeps what a note can hold, and the hash of all', async () => {
  const db = await packs();
  const cited = await citeSection({ pack: 'engage', page: 'long' }, db, effects);
  expect(cited?.citation).toMatchObject({
    section: '',
    hash: createHash('sha256').update('ŵ'.repeat(50_000)).digest('hex'),
  });
  expect(cited?.citation.quote).toHaveLength(40_000);
  expect(citationSchema.safeParse(cited?.citation).success).toBe(true);
});

test('what is not on this laptop is not cited', async () => {
  const db = await packs();
  expect(await citeSection({ pack: 'gone', page: 'one' }, db, effects)).toBeNull();
  expect(await citeSection({ pack: 'engage', page: 'gone' }, db, effects)).toBeNull();
  expect(await citeSection({ pack: 'engage', page: 'one', section: 'gone' }, db, effects)).toBeNull();
});
