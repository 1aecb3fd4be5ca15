import { describe, expect, test } from 'vitest';
import { type ListedRelease, NOTHING_KNOWN, SOURCE_FAULTS, type SourceKnown } from '#domain/pack/source.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { sayIn } from '#domain/words/words.ts';
import {
  askedWords,
  gives,
  givesPack,
  type HereRelease,
  isDoubtful,
  isUpdated,
  offerOf,
  staleSince,
  stateWords,
} from '#rooms/packs/sources/source-state.ts';
import { updateWords } from '#rooms/packs/sources/update-words.ts';

const say = sayIn('en-GB');
const NOW = new Date('2026-12-01T09:00:00Z');
const speaking = { say, language: 'en-GB', today: '2026-12-01' } as const;
const pack: ListedRelease = {
  id: 'one',
  title: 'One',
  version: '2',
  release: 2,
  publisher: 'packs-hmt',
  sha256: 'a'.repeat(64),
  length: 10,
  size: 100,
  validUntil: '2027-02-01T00:00:00Z',
};
const good: SourceKnown = {
  ...NOTHING_KNOWN,
  asked: '2026-12-01T08:00:00Z',
  good: '2026-12-01T08:00:00Z',
  validUntil: '2027-02-01T00:00:00Z',
  packs: [pack],
};
const words = (
  known: SourceKnown,
  here: readonly HereRelease[] = [{ id: 'one', release: 2, origin: 'app' }],
  checking = false,
): string => stateWords({ known, checking }, here, NOW, speaking);

const source = { id: 's', kind: 'https', setBy: 'person', name: 's', checking: false } as const;

describe('the state of a source is one sentence', () => {
  test.each([
    ['being asked', good, true, 'Checking…'],
    ['not asked yet', NOTHING_KNOWN, false, 'Not checked yet.'],
    ['nothing new', good, false, 'Up to date.'],
    ['away', { ...good, fault: 'unreachable' }, false, say('sources.waiting')],
    [
      'out of date',
      { ...good, fault: 'expired', expiredSince: '2026-11-20T12:00:00Z' },
      false,
      say('sources.outOfDate', { date: '20 Nov 2026' }),
    ],
    ['past its date since it was asked', { ...good, validUntil: '2026-11-30T12:00:00Z' }, false, /since 30.Nov.2026/],
    ['forged', { ...good, fault: 'signature' }, false, say('sources.fault', { fault: 'signature' })],
  ] as const)('%s', (_, known, checking, text) => {
    const found = words(known, undefined, checking).replaceAll('\u00a0', ' ');
    if (typeof text === 'string') expect(found).toBe(text.replaceAll('\u00a0', ' '));
    else expect(found).toMatch(text);
  });

  test('what can be installed is counted', () => {
    expect(words(good, [])).toBe('1 release can be installed.');
    expect(words(good, [{ id: 'one', release: 1 }])).toBe('1 release can be installed.');
    expect(words(good, [{ id: 'one', release: 3, origin: 'app' }])).toBe('Up to date.');
  });
});

describe('a publisher that is not relied on', () => {
  const gone: SourceKnown = { ...good, withheld: [{ publisher: 'packs-hmt', pack: null, fault: 'signature' }] };

  test('is named with the reason, and the source is never up to date', () => {
    expect(words(gone)).toBe(say('sources.withheld', { fault: 'signature', publisher: 'packs-hmt' }));
    expect(words(gone)).toContain('packs-hmt');
    expect(words(gone)).not.toContain('Up to date');
    expect(isDoubtful({ known: gone, checking: false }, NOW)).toBe(true);
    // The packs of others can be installed all the same.
    const other = { ...pack, id: 'two', publisher: 'packs-dft' };
    expect(words({ ...gone, packs: [pack, other] }, [])).toBe(`${words(gone)} 1 release can be installed.`);
  });

  test('has its packs listed, and none of them offered', () => {
    expect(givesPack({ known: good, checking: false }, pack, NOW)).toBe(true);
    expect(givesPack({ known: gone, checking: false }, pack, NOW)).toBe(false);
    expect(isUpdated([{ ...source, known: gone }], { id: 'one', release: 1 }, NOW)).toBe(false);
    const onePack: SourceKnown = { ...good, withheld: [{ publisher: 'packs-hmt', pack: 'two', fault: 'older' }] };
    expect(givesPack({ known: onePack, checking: false }, pack, NOW)).toBe(true);
  });

  test('may be one whose date has passed since the source was asked; that date is the one that is told', () => {
    const soon = {
      ...good,
      packs: [pack, { ...pack, id: 'two', publisher: 'packs-dft', validUntil: '2026-12-01T09:00:00Z' }],
    };
    expect(words(soon)).toBe(say('sources.withheld', { fault: 'expired', publisher: 'packs-dft' }));
    expect(givesPack({ known: soon, checking: false }, pack, NOW)).toBe(true);
    const later = { ...good, packs: [pack, { ...pack, id: 'two', validUntil: '2026-12-10T12:00:00Z' }] };
    expect(askedWords(later, speaking).replaceAll('\u00a0', ' ')).toMatch(/Signed until 10 Dec 2026\.$/);
  });
});

test('a release is offered where it is new or newer, and only by a source that holds now', () => {
  expect(offerOf(pack, [])).toBe('install');
  expect(offerOf(pack, [{ id: 'one', release: 1 }])).toBe('update');
  expect(offerOf(pack, [{ id: 'one', release: 2, origin: 'app' }])).toBe('none');
  // Nobody vouches for the number of a file.
  expect(offerOf(pack, [{ id: 'one', release: 999, origin: 'file' }])).toBe('replace');
  expect(offerOf(pack, [{ id: 'one', release: 2 }])).toBe('replace');
  const given = (known: SourceKnown, checking = false): boolean => gives({ known, checking }, NOW);
  expect(given(good)).toBe(true);
  expect(given(good, true)).toBe(false);
  expect(given({ ...good, fault: 'older' })).toBe(false);
  expect(given({ ...good, validUntil: NOW.toISOString() })).toBe(false);
  expect(staleSince(good, NOW)).toBeNull();
});

test('when it was asked is said, and until when it is signed', () => {
  expect(askedWords(NOTHING_KNOWN, speaking)).toBe('');
  expect(askedWords(good, speaking).replaceAll('\u00a0', ' ')).toMatch(
    /^Asked today, \d\d:00\. Signed until 1 Feb 2027\.$/,
  );
  expect(askedWords({ ...good, fault: 'unreachable' }, speaking)).toMatch(
    /^Asked today, \d\d:00\. Last good answer today/,
  );
});

test('each fault has words of its own: what, and what to do', () => {
  const told = SOURCE_FAULTS.map((reason) => problemWords({ code: 'source-refused', source: 's', reason }, say).more);
  expect(new Set(told).size).toBe(SOURCE_FAULTS.length);
  const other = say('problem.source-refused.more', { reason: 'another' });
  expect(told).not.toContain(other);
  expect(told.every((text) => text.split('. ').length > 2)).toBe(true);
});

test('a pack has an update where a source that holds now has a higher number of it', () => {
  const source = (known: SourceKnown) => ({
    id: 's',
    kind: 'https' as const,
    setBy: 'person' as const,
    name: 's',
    checking: false,
    known,
  });
  expect(isUpdated([source(good)], { id: 'one', release: 1 }, NOW)).toBe(true);
  expect(isUpdated([source(good)], { id: 'one', release: 2 }, NOW)).toBe(false);
  expect(isUpdated([source(good)], { id: 'two', release: 1 }, NOW)).toBe(false);
  expect(isUpdated([source({ ...good, fault: 'expired' })], { id: 'one', release: 1 }, NOW)).toBe(false);
});

test('a source is doubtful where what it has may be out of date or is not relied on, not while it is away', () => {
  const doubtful = (known: SourceKnown): boolean => isDoubtful({ known, checking: false }, NOW);
  expect(doubtful(good)).toBe(false);
  expect(doubtful({ ...good, fault: 'unreachable' })).toBe(false);
  expect(doubtful({ ...good, fault: 'signature' })).toBe(true);
  expect(doubtful({ ...good, validUntil: '2026-11-30T12:00:00Z' })).toBe(true);
});

test('what an update changes is said as far as it is known: not compared, pages, sections', () => {
  const ahead = { created: '2026-11-18', pages: { added: 1, changed: 3, gone: 0 }, fetch: 106_000 };
  const told = (...[known, counts]: [Parameters<typeof updateWords>[1], Parameters<typeof updateWords>[2]?]): string =>
    updateWords(pack, known, counts, say, 'en-GB').replaceAll('\u00a0', ' ');
  expect(told(null)).toBe('2, at most 1 kB to fetch.');
  expect(told({ ...ahead, pages: null })).toBe(
    '2 of 18 Nov 2026: at most 106 kB to fetch. What it changes is known once it is compared.',
  );
  expect(told(ahead)).toBe('2 of 18 Nov 2026: 3 pages changed, 1 new, at most 106 kB to fetch.');
  expect(told({ ...ahead, fetch: 0 }, { added: 0, changed: 12, gone: 2 })).toBe(
    '2 of 18 Nov 2026: 12 sections changed, 2 gone, nothing is left to fetch.',
  );
});
