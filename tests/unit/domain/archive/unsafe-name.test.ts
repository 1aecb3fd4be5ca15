import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samePathKey } from '#domain/archive/entry-path.ts';
import { type AllowedName, unsafeName } from '#domain/archive/unsafe-name.ts';

test.each([
  ['', 'empty'],
  ['./', 'empty'],
  ['x'.repeat(1_001), 'long'],
  ['/etc/passwd', 'absolute'],
  ['c:evil', 'drive'],
  ['./C:/evil', 'drive'],
  ['~', 'home'],
  ['~/evil', 'home'],
  ['a/../b', 'parent'],
  ['a/./b', 'parent'],
  ['a/.. ./b', 'parent'],
  ['..', 'parent'],
  ['a\u0000', 'hidden'],
  ['a\u202Eb', 'hidden'],
  ['a\ufffdb', 'hidden'],
  ['a\ud800b', 'hidden'],
] as const)('%j is never allowed: %s', (name, hazard) => {
  const all: readonly AllowedName[] = ['backslash', 'untidy', 'tilde', 'joiner', 'sign', 'ending', 'device'];
  expect(unsafeName(name)).toBe(hazard);
  expect(unsafeName(name, all)).toBe(hazard);
});

test.each([
  ['a\\b', 'backslash'],
  ['a//b', 'untidy'],
  ['./a', 'untidy'],
  ['~a', 'tilde'],
  ['a\u200db', 'joiner'],
  ['a?', 'sign'],
  ['a/b:c', 'sign'],
  ['a./b', 'ending'],
  ['a ', 'ending'],
  ['a/CON', 'device'],
  ['lpt1.txt', 'device'],
] as const)('%j is a name of others: %s', (name, hazard) => {
  expect(unsafeName(name)).toBe(hazard);
  expect(unsafeName(name, [hazard])).toBeNull();
});

test.each(['a', 'a/b.md', 'a/', '.a', 'a..b', 'ŵy/👩🏽.png', 'console', 'a~'])('%j is safe', (name) => {
  expect(unsafeName(name)).toBeNull();
});

test('any name in an archive that is safe stays in its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('.', '/', '\\', '~', 'a', ' ', ':') }), (name) => {
      if (unsafeName(name) !== null) return;
      expect(new URL(name, 'file:///a/b/').pathname).toMatch(/^\/a\/b\/./);
    }),
    { numRuns: 3_000 },
  );
});

test('spellings of one path have one key', () => {
  expect(samePathKey('./a//Caf\u00e9/')).toBe(samePathKey('a/cafe\u0301'));
});
