import { describe, expect, test } from 'vitest';
import { aroundCount, createStore, fillPostings, headingCount, textCount } from '#search/postings.ts';
import { buildSegment } from '#search/segment.ts';
import { page } from './small-corpus.ts';

type Answer = { readonly result: readonly (readonly number[] | undefined)[] };
const read = (store: ReturnType<typeof createStore>, term: string): Answer['result'] =>
  (store.search(term, { resolve: false }) as unknown as Answer).result;

describe('what we rely on in FlexSearch', () => {
  test('`score` chooses the slot of each term, by its place', () => {
    const slots = [5, 70, 255];
    const store = createStore((place) => slots[place] ?? 0);
    store.add(0, ['a', 'b', 'c'] as never);
    store.add(7, ['c', 'a', 'b'] as never);
    expect(read(store, 'a')[5]).toEqual([0]);
    expect(read(store, 'a')[70]).toEqual([7]);
    expect(read(store, 'c')[5]).toEqual([7]);
    expect(read(store, 'c')[255]).toEqual([0]);
  });

  test('all sections of a slot are given, in order, without a limit', () => {
    const store = createStore(() => 3);
    for (let id = 0; id < 1_000; id++) store.add(id, ['word'] as never);
    expect(read(store, 'word')[3]).toHaveLength(1_000);
    expect(read(store, 'word')[3]?.slice(0, 3)).toEqual([0, 1, 2]);
  });

  test('terms are taken as they are: no splitting, folding or dropping', () => {
    const store = createStore(() => 1);
    const terms = ['3.5', 'sc-1234', 'ŵ', 'constructor', '__proto__', 'toString', '調達'];
    store.add(0, terms as never);
    for (const term of terms) expect(read(store, term)[1]).toEqual([0]);
    for (const piece of ['proto', 'construct', 'ructor', '123']) expect(read(store, piece)).toEqual([]);
  });

  test('a term that is nowhere has no slots', () => {
    expect(
      read(
        createStore(() => 1),
        'nothing',
      ),
    ).toEqual([]);
  });
});

test('a slot tells how often a stem stands in the heading, around it and in the text, up to a limit', () => {
  const text = `tender ${'log '.repeat(40)}`;
  const segment = buildSegment({
    pack: 'p',
    packTitle: 'P',
    release: 1,
    pages: [page('a', 'Tender', '', { 'Tender log log': text })],
  });
  const postings = fillPostings(segment);
  const slotOf = (stem: string, section: number): number =>
    postings.of(stem).findIndex((sections) => sections?.includes(section));
  const log = slotOf('log', 1);
  expect([headingCount(log), aroundCount(log), textCount(log)]).toEqual([2, 0, 15]);
  const tender = slotOf('tender', 1);
  expect([headingCount(tender), aroundCount(tender), textCount(tender)]).toEqual([1, 1, 1]);
  expect(postings.frequencies[segment.stems.indexOf('tender')]).toBe(2);
});
