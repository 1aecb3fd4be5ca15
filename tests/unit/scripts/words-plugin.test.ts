import { build } from 'vite';
import { expect, test } from 'vitest';
import { catalogueFiles } from '#support/catalogue-files.ts';
import { ROOT } from '#support/source-files.ts';
import { wordsPlugin } from '../../../scripts/runtime/words-plugin.mjs';

test('what is bundled of the words has every text and no note', async () => {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    plugins: [wordsPlugin()],
    build: { write: false, minify: false, lib: { entry: 'src/domain/words/en.ts', formats: ['es'] } },
  });
  const code = JSON.stringify(built);
  const entries = catalogueFiles('en').flatMap(({ entries }) => Object.values(entries));
  const stands = (words: string): boolean => code.includes(words);
  expect(entries.filter(({ note }) => stands(note)).map(({ note }) => note)).toEqual([]);
  // Words without a sign that is written in another way there.
  const plain = entries.map(({ text }) => text).filter((text) => !/["\\\n]/.test(text));
  expect(plain.filter((text) => !stands(text))).toEqual([]);
});
