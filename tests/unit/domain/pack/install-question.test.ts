import { describe, expect, test } from 'vitest';
import {
  installQuestion,
  isLeap,
  isOdd,
  type OfferedRelease,
  type PresentRelease,
} from '#domain/pack/install-question.ts';

const offered: OfferedRelease = {
  id: 'guide',
  title: 'Guide',
  version: '2',
  release: 2,
  publisher: 'Us',
  hash: 'new',
  origin: 'file',
  pageIds: ['one', 'two'],
};
const present: PresentRelease = { title: 'Guide', version: '1', release: 1, publisher: 'Us', hash: 'old' };
const pages = new Map([
  ['one', 'Page one'],
  ['two', 'Page two'],
]);

describe('B6 a pack that the app was not built with', () => {
  test('is asked about when it is new here', () => {
    expect(installQuestion(offered, undefined, new Map())).toMatchObject({ replaces: null, pages: 2, added: 2 });
  });

  test('is asked about as a next release, with nothing odd about it', () => {
    const question = installQuestion(offered, present, pages);
    expect(question).toMatchObject({ replaces: { version: '1', release: 1 }, pages: 2, added: 0, lost: [] });
    expect(question && isOdd(question)).toBe(false);
  });

  test.each([
    [
      'another publisher, where a source brings it',
      { publisher: 'Us ', origin: { root: 'r', source: 's', publisher: 'p' } },
      { otherPublisher: true, publisherOf: null },
    ],
    ['pages that go', { pageIds: ['one', 'three'] }, { lost: ['Page two'], added: 1 }],
    ['a leap of its number', { release: 1_000_000_000 }, { leaps: true }],
    ['the name of one that came with the app', { origin: 'posing' }, { posing: true }],
  ] as const)('says %s', (_, more, said) => {
    const question = installQuestion({ ...offered, ...more }, present, pages);
    expect(question).toMatchObject(said);
    expect(question && isOdd(question)).toBe(true);
  });

  const known = [
    { id: 'guide', title: 'Guide', publisher: 'Us' },
    { id: 'plan', title: 'Plan early', publisher: 'Cabinet Office' },
  ];

  test.each([
    ['title', { title: 'PLAN  EARLY' }, { titleOf: 'Plan early', publisherOf: null }],
    ['title in look-alikes', { title: 'Рlаn еаrlу' }, { titleOf: 'Plan early', publisherOf: null }],
    ['publisher', { publisher: 'cabinet office ' }, { titleOf: null, publisherOf: 'Plan early' }],
    ['publisher in look-alikes', { publisher: 'Cab1net 0ffice' }, { titleOf: null, publisherOf: 'Plan early' }],
  ] as const)('says the %s of another pack', (_, more, said) => {
    // A file that gives another publisher than the release here is refused.
    for (const here of 'publisher' in more ? [undefined] : [undefined, present]) {
      const question = installQuestion({ ...offered, ...more }, here, pages, known);
      expect(question).toMatchObject(said);
      expect(question && isOdd(question)).toBe(true);
    }
  });

  test('is like no other by a name of its own, or by one that the release here has too', () => {
    const alike = { titleOf: null, publisherOf: null };
    expect(
      installQuestion({ ...offered, title: '—' }, undefined, pages, [
        ...known,
        { id: 'x', title: '…', publisher: 'X' },
      ]),
    ).toMatchObject(alike);
    const same = { ...present, publisher: 'Cabinet Office' };
    expect(installQuestion({ ...offered, publisher: 'Cabinet Office' }, same, pages, known)).toMatchObject(alike);
  });

  test('asks nothing where it comes by itself, or never', () => {
    expect(installQuestion({ ...offered, origin: 'app', publisher: 'Other' }, present, pages)).toBeNull();
    expect(
      installQuestion({ ...offered, origin: { root: 'r', source: 's', publisher: 'p' } }, undefined, pages),
    ).toBeNull();
    expect(installQuestion({ ...offered, publisher: 'Other' }, present, pages)).toBeNull();
    expect(installQuestion(offered, { ...present, origin: 'app' }, pages)).toBeNull();
  });
});

test.each([
  [1, 2, false],
  [1, 101, false],
  [1, 102, true],
  [1, 1_000_000_000, true],
  [202_611, 202_701, false],
  [202_611, 203_301, true],
  [20_261_130, 20_270_101, false],
  [20_261_130, 20_991_231, true],
  [20_261_130, 99_999_999, true],
  [1, 20_261_130, true],
])('B6 from release %i to %i is a leap: %s', (from, to, leap) => {
  expect(isLeap(from, to)).toBe(leap);
});
