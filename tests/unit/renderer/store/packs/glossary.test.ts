import { expect, test, vi } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import { loadGlossary } from '#store/packs/glossary.ts';
import { installPack } from '#store/packs/install.ts';
import { freshPacks } from '../fresh-db.ts';
import { type Made, offerOf } from '../made-pack.ts';

const term = (name: string, meaning = '') => ({ term: name, expansion: '', meaning, see_also: [] });
const many = (size: number) => Array.from({ length: size }, (_, at) => term(`T${at}`));

function packs() {
  const { db, ask } = freshPacks();
  const install = (made: Made) => {
    const { offer, from } = offerOf(made);
    return installPack(offer, from, {}, ask);
  };
  return { db, install };
}

const starter = { id: 'starter', terms: [term('SOC', 'ours'), term('ALB', 'x')] };
const other = { id: 'a-first', terms: [term('SOC', 'theirs'), term('NAO', 'y')] };

test('the terms of all packs are one list', async () => {
  const { db, install } = packs();
  await install(starter);
  await install(other);
  const { terms } = await loadGlossary(db);
  expect(terms.map(({ term: name }) => name)).toEqual(['ALB', 'NAO', 'SOC']);
});

test('B6: a term on a page means what the page\u2019s own pack says, whatever comes first by title', async () => {
  const { db, install } = packs();
  await install(starter);
  await install(other);
  const glossary = await loadGlossary(db);
  expect(glossary.on('starter', 'SOC')).toMatchObject({ entry: { meaning: 'ours' }, pack: 'starter' });
  expect(glossary.on('a-first', 'SOC')).toMatchObject({ entry: { meaning: 'theirs' }, pack: 'a-first' });
});

test('B6: a term that only another pack explains comes with that pack\u2019s title', async () => {
  const { db, install } = packs();
  await install(starter);
  await install(other);
  const glossary = await loadGlossary(db);
  expect(glossary.on('starter', 'NAO')).toMatchObject({ pack: 'a-first', packTitle: 'Pack a-first' });
  expect(glossary.on('starter', '__proto__')).toBeUndefined();
});

test('B2: glossaries are read once, not for each page', async () => {
  const { db, install } = packs();
  await install(starter);
  const read = vi.spyOn(db.glossaries, 'bulkGet');
  const first = await loadGlossary(db);
  expect(await loadGlossary(db)).toBe(first);
  expect(read).toHaveBeenCalledTimes(1);
  await install(other);
  expect((await loadGlossary(db)).on('starter', 'NAO')).toBeDefined();
  expect(read.mock.lastCall?.[0]).toHaveLength(1);
});

test('B2: a pack with more terms than are allowed is not installed, and the sentence says why', async () => {
  const { db, install } = packs();
  expect(await install({ id: 'right', terms: many(LIMITS.packTerms) })).toMatchObject({ ok: true });
  const limit = '5,000 terms in its glossary';
  expect(await install({ terms: many(LIMITS.packTerms + 1) })).toMatchObject({
    ok: false,
    problem: { code: 'pack-too-large', limit },
  });
  expect((await loadGlossary(db)).terms).toHaveLength(LIMITS.packTerms);
});
