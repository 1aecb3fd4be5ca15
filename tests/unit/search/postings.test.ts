import { describe, expect, test } from 'vitest';
import { createStore, importStem, lookUp, openPostings, type Sections } from '#search/postings.ts';
import { buildSegment } from '#search/segment.ts';
import { aroundCount, headingCount, textCount } from '#search/slot.ts';
import { page } from './small-corpus.ts';

const sections = (...numbers: readonly number[]): Sections => Uint32Array.from(numbers);

describe('what we rely on in FlexSearch', () => {
  test('lists are taken into slots as they are given, and given back so', () => {
    const store = createStore();
    const slots: Sections[] = [];
    slots[5] = sections(0, 9);
    slots[255] = sections(7);
    importStem(store, 'a', slots);
    expect(lookUp(store, 'a')[5]).toBe(slots[5]);
    expect(lookUp(store, 'a')[6]).toBeUndefined();
    expect(lookUp(store, 'a')[255]).toEqual(sections(7));
  });

  test('a stem that is imported later stands beside the others', () => {
    const store = createStore();
    importStem(store, 'a', [sections(1)]);
    importStem(store, 'b', [sections(2)]);
    expect([lookUp(store, 'a')[0], lookUp(store, 'b')[0]]).toEqual([sections(1), sections(2)]);
  });

  test('all sections of a slot are given, in order, without a limit', () => {
    const store = createStore();
    importStem(store, 'word', [Uint32Array.from({ length: 1_000 }, (_, id) => id)]);
    expect(lookUp(store, 'word')[0]).toHaveLength(1_000);
  });

  test('stems are taken as they are: no splitting, folding or dropping', () => {
    const store = createStore();
    const stems = ['3.5', 'sc-1234', 'ŵ', 'constructor', '__proto__', 'toString', '調達'];
    for (const stem of stems) importStem(store, stem, [sections(3)]);
    for (const stem of stems) expect(lookUp(store, stem)[0]).toEqual(sections(3));
    for (const piece of ['proto', 'construct', 'ructor', '123']) expect(lookUp(store, piece)).toEqual([]);
  });

  test('a stem that is nowhere has no slots', () => {
    expect(lookUp(createStore(), 'nothing')).toEqual([]);
  });
});

describe('the postings of a segment', () => {
  const text = `tender ${'log '.repeat(40)}`;
  const segment = buildSegment({
    pack: 'p',
    packTitle: 'P',
    release: 1,
    pages: [page('a', 'Tender', '', { 'Tender log log': text })],
  });
  const postings = openPostings(segment);
  const slotOf = (stem: string, section: number): number =>
    postings.of(segment.stems.indexOf(stem)).findIndex((list) => list?.includes(section));

  test('a slot tells how often a stem stands in the heading, around it and in the text, up to a limit', () => {
    const log = slotOf('log', 1);
    expect([headingCount(log), aroundCount(log), textCount(log)]).toEqual([2, 0, 15]);
    const tender = slotOf('tender', 1);
    expect([headingCount(tender), aroundCount(tender), textCount(tender)]).toEqual([1, 1, 1]);
  });

  test('say how many sections hold a stem, and give the same lists when asked again', () => {
    const tender = segment.stems.indexOf('tender');
    expect(postings.frequency(tender)).toBe(2);
    expect(postings.of(tender)).toEqual(postings.of(tender));
    expect(postings.of(tender).flatMap((list) => [...(list ?? [])])).toHaveLength(2);
  });
});
