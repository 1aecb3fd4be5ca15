import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFiles } from '#support/catalogue-files.ts';
import { filesUnder, ROOT } from '#support/source-files.ts';
import { expect, test } from '#support/window-test.ts';

const CODE = filesUnder('out')
  .filter((path) => /^out\/(?:main|preload|renderer|tool)\/.*\.c?js$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const holders = (words: string): readonly string[] =>
  CODE.filter(({ text }) => text.includes(words)).map(({ path }) => path);

test('nothing that is built carries the sentences for translators', () => {
  const notes = catalogueFiles('en').flatMap(({ entries }) => Object.values(entries).map(({ note }) => note));
  expect(notes.flatMap(holders)).toEqual([]);
  expect(holders('Kept apart from your notes').length + CODE.length).toBeGreaterThan(40);
});

test('the long English of the screen tests is in no file that a start loads', () => {
  const page = readFileSync(join(ROOT, 'out/renderer/index.html'), 'utf8');
  const first = [...page.matchAll(/\/(assets\/[^"]+\.js)/g)].map(([, name]) => `out/renderer/${name}`);
  const long = CODE.filter(({ path }) => path.includes('/long-english-')).map(({ path }) => path);
  expect(long.filter((path) => path.startsWith('out/renderer/'))).toHaveLength(1);
  expect(first.filter((path) => long.includes(path))).toEqual([]);
  expect(first.length).toBeGreaterThan(0);
});
