import { describe, expect, test } from 'vitest';
import { isVerified, type OfferedOrigin, originOf, type PackOrigin, saysMore } from '#domain/pack/pack-origin.ts';
import { replacement } from '#domain/pack/replacement.ts';

const ours = { root: 'one', source: 'guidance.example', publisher: 'Us' };
const moved = { root: 'one', source: 'K:/stick', publisher: 'Them' };
const theirs = { root: 'two', source: 'guidance.example', publisher: 'Us' };
const present = { title: 'Guide', version: '2', release: 2, publisher: 'Us', hash: 'old' };
const offered = { title: 'Guide', version: '3', release: 3, publisher: 'Us', hash: 'new' };

const ORIGINS: readonly (readonly [string, PackOrigin | undefined])[] = [
  ['app', 'app'],
  ['file', 'file'],
  ['unknown', undefined],
  ['ours', ours],
];
const OFFERED: readonly (readonly [string, OfferedOrigin])[] = [
  ['app', 'app'],
  ['file', 'file'],
  ['posing', 'posing'],
  ['ours', ours],
  ['moved', moved],
  ['theirs', theirs],
];

/** By what is here, what is offered, and whether it gives the same publisher. */
const TABLE: Readonly<Record<string, Readonly<Record<string, readonly [same: string, other: string]>>>> = {
  app: {
    app: ['comes', 'comes'],
    file: ['pack-came-with-app', 'pack-came-with-app'],
    posing: ['pack-came-with-app', 'pack-came-with-app'],
    ours: ['comes', 'comes'],
    moved: ['comes', 'comes'],
    theirs: ['comes', 'comes'],
  },
  file: {
    app: ['comes', 'comes'],
    file: ['asks', 'pack-other-publisher'],
    posing: ['asks', 'pack-other-publisher'],
    ours: ['asks', 'asks'],
    moved: ['asks', 'asks'],
    theirs: ['asks', 'asks'],
  },
  ours: {
    app: ['pack-of-source', 'pack-of-source'],
    file: ['pack-of-source', 'pack-of-source'],
    posing: ['pack-of-source', 'pack-of-source'],
    ours: ['comes', 'comes'],
    moved: ['comes', 'comes'],
    theirs: ['pack-of-source', 'pack-of-source'],
  },
};

const told = (...args: Parameters<typeof replacement>): string => {
  const verdict = replacement(...args);
  return verdict.may === 'never' ? verdict.problem.code : verdict.may;
};

describe.each(ORIGINS)('B6 what is here is from %s, and offered is', (known, origin) => {
  describe.each(OFFERED)('a release from %s', (name, from) => {
    const here = { ...present, ...(origin === undefined ? {} : { origin }) };
    const [same, other] = TABLE[known === 'unknown' ? 'file' : known]?.[name] ?? [];

    test(`with a higher number: ${same}; of another publisher: ${other}`, () => {
      expect(told(here, { ...offered, origin: from })).toBe(same);
      expect(told(here, { ...offered, origin: from, publisher: 'Others' })).toBe(other);
      // A name that only looks the same is another.
      expect(told(here, { ...offered, origin: from, publisher: 'Us ' })).toBe(other);
    });

    // Nobody vouches for the number of a file.
    const counts = typeof from !== 'object' || isVerified(origin);
    test(`with a lower number or the same: ${counts ? 'never' : 'as with a higher'}; with the same content: never`, () => {
      for (const publisher of ['Us', 'Others']) {
        const one = { ...offered, origin: from, publisher };
        expect(told(here, { ...one, release: 1 })).toBe(counts ? 'pack-older' : 'asks');
        expect(told(here, { ...one, release: 2 })).toBe(counts ? 'pack-not-newer' : 'asks');
        expect(told(here, { ...one, hash: 'old' })).toBe('pack-same');
      }
    });
  });
});

test.each([
  ['app', 'comes'],
  ['file', 'asks'],
  ['posing', 'asks'],
  [ours, 'comes'],
] as const)('B6 where nothing is here, a release from %j: %s', (origin, may) => {
  expect(told(undefined, { ...offered, origin })).toBe(may);
});

test('a refusal says what it is about', () => {
  const file = { ...offered, origin: 'file' as const };
  expect(replacement({ ...present, origin: ours }, file)).toEqual({
    may: 'never',
    problem: { code: 'pack-of-source', pack: 'Guide', version: '3', source: 'guidance.example' },
  });
  expect(replacement({ ...present, origin: 'file' }, { ...file, publisher: 'Others' })).toEqual({
    may: 'never',
    problem: { code: 'pack-other-publisher', pack: 'Guide', version: '3', publisher: 'Others', installed: 'Us' },
  });
});

test('only what came with the app or from a source is verified, and nothing is known to be less than it was', () => {
  expect([...ORIGINS.map(([, origin]) => origin)].map(isVerified)).toEqual([true, false, false, true]);
  expect(originOf('posing')).toBe('file');
  expect(saysMore('app', 'file')).toBe(true);
  expect(saysMore(ours, undefined)).toBe(true);
  expect(saysMore('file', 'app')).toBe(false);
  expect(saysMore('app', ours)).toBe(false);
});
