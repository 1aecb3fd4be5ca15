import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freePath, noteFolder, safeFileName } from '#domain/bundle/file-name.ts';
import { isoMoment } from '#domain/bundle/moment.ts';
import { isUnsafePath } from '#domain/bundle/unsafe-path.ts';

test.each([
  ['../x', 'x'],
  ['..\\..\\x.exe', 'x.exe'],
  ['CON', '_CON'],
  ['nul.tar.gz', '_nul.tar.gz'],
  ['COM¹.txt', '_COM¹.txt'],
  ['a:b*c?.png', 'a-b-c-.png'],
  ['ŵy 👩🏽.png', 'ŵy 👩🏽.png'],
  ['gpj\u202Eexe', 'gpj-exe'],
  ['..', 'file'],
  ['', 'file'],
  [' .hidden. ', 'hidden'],
  [`${'x'.repeat(300)}.png`, `${'x'.repeat(116)}.png`],
])('%j becomes %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('any name becomes one that is safe, and stays so', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
      const safe = safeFileName(name);
      expect(isUnsafePath(safe)).toBe(false);
      expect(safe).not.toMatch(/[\\/:*?"<>|]|[. ]$/);
      expect(safe.length).toBeLessThanOrEqual(121);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 2_000 },
  );
});

test('a path that is taken gets a number, whatever its case', () => {
  const taken = new Set<string>();
  expect(['a/x.png', 'a/X.png', 'A/x.PNG'].map((path) => freePath(path, taken))).toEqual([
    'a/x.png',
    'a/X-2.png',
    'A/x-3.PNG',
  ]);
});

test('folders are words and the end of the id', () => {
  expect(noteFolder('Siarad â’r farchnad: CYFLYM?', '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f6')).toBe(
    'siarad-a-r-farchnad-cyflym-a1b2c3d4e5f6',
  );
  expect(noteFolder('研究', '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f6')).toBe('note-a1b2c3d4e5f6');
});

test.each([
  ['2022-05-29 16:17:38', '2022-05-29T16:17:38.000Z'],
  ['2025-09-16T10:37:31+02:00', '2025-09-16T08:37:31.000Z'],
  ['2022-05-30T12:25:36+0200', '2022-05-30T10:25:36.000Z'],
  ['2025-10-05T13:46:45.795150', '2025-10-05T13:46:45.795Z'],
  ['2024-11-19', '2024-11-19T00:00:00.000Z'],
  ['yesterday', null],
  ['2024-13-45', null],
  ['', null],
])('the moment %j', (text, expected) => {
  expect(isoMoment(text)).toBe(expected);
});
