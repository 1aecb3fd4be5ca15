import { expect, test } from 'vitest';
import type { PageMeta } from '#domain/pack/page.ts';
import { STAGES, type Stage } from '#domain/stage.ts';
import { countStages, groupByPack, pagesAt, sameTitles, stillThere } from '#rooms/library/library-lists.ts';
import type { PageRow } from '#store/packs/pages.ts';

const page = (pack: string, id: string, ...stage: Stage[]): PageRow => {
  const lists = { audience: [], ask: [], tags: [], sources: [], related: [], extra: {} };
  const meta: PageMeta = { id, path: `${id}.md`, title: id, words: 1, stage, ...lists };
  return { pack, packTitle: `Pack ${pack}`, meta };
};
const pages = [
  page('a', 'one', 'explore', 'shape'),
  page('a', 'two', 'shape'),
  page('b', 'one', 'shape'),
  page('b', 'three'),
];

test('the count of a stage is the length of its list', () => {
  expect(countStages(pages)).toEqual(STAGES.map((stage) => ({ stage, count: pagesAt(pages, stage).length })));
  expect(countStages(pages).map(({ count }) => count)).toEqual([1, 3, 0, 0, 0, 0]);
});

test('a list of one pack and stage has no page of another pack', () => {
  expect(pagesAt(pages, 'shape', 'b')).toEqual([pages[2]]);
});

test('pages are grouped by pack, in their order, none lost', () => {
  const groups = groupByPack(pages);
  expect(groups.map(({ title }) => title)).toEqual(['Pack a', 'Pack b']);
  expect(groups.flatMap((group) => group.pages)).toEqual(pages);
});

test('what a person read is passed over where it is no longer on this laptop', () => {
  const places = [
    { pack: 'gone', page: 'one', section: '' },
    { pack: 'b', page: 'one', section: 'here' },
    { pack: 'a', page: 'nine', section: '' },
    { pack: 'a', page: 'two', section: '' },
  ];
  expect(stillThere(places, pages)).toEqual([
    { row: pages[2], section: 'here' },
    { row: pages[1], section: '' },
  ]);
});

test('pages with the same title are told apart, the others are left alone', () => {
  const titled = (id: string, title: string): PageRow => {
    const row = page('a', id);
    return { ...row, meta: { ...row.meta, title } };
  };
  const rows = [titled('x', 'Introduction'), titled('y', 'Terms'), titled('z', 'Introduction')];
  expect([...sameTitles([...rows, titled('w', 'Introduction')])].sort()).toEqual(['w', 'x', 'z']);
  expect(sameTitles(rows.slice(0, 2)).size).toBe(0);
});
