import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesNamed, starterPacks } from '#main/packs/pack-files.ts';

test('pack files among the words of a command line', () => {
  const words = [
    '--inspect=0',
    '/app',
    'one.satchel',
    '--file=x.satchel',
    'TWO.SATCHEL',
    'three.zip',
    '/abs/four.satchel',
  ];
  expect(filesNamed(words, '/here')).toEqual([
    resolve('/here/one.satchel'),
    resolve('/here/TWO.SATCHEL'),
    resolve('/abs/four.satchel'),
  ]);
});

test('starters in order; a folder that is not there has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-starters-'));
  for (const name of ['b.satchel', 'a.satchel', 'notes.txt']) writeFileSync(join(folder, name), '');
  expect(starterPacks(folder)).toEqual([join(folder, 'a.satchel'), join(folder, 'b.satchel')]);
  expect(starterPacks(join(folder, 'none'))).toEqual([]);
});
