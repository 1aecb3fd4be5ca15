import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '#domain/words/en.ts';

const RENDERER = fileURLToPath(new URL('../../../../src/renderer/', import.meta.url));
/** A button or link that has a name for screen readers beside its words in sight. */
const NAMED =
  /<(?:button|Button|LinkButton|a)\b(?:(?!aria-label=|<\/)[\s\S])*?aria-label=\{say\(\s*'([\w.]+)'(?:(?!aria-label=|<\/)[\s\S])*?>\s*(?:<Icon[^>]*\/>\s*)?\{say\(\s*'([\w.]+)'/g;

const texts: Readonly<Record<string, string>> = en;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[“”:.]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Each name with the words that stand in sight, by their keys. */
const PAIRS = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((path) => [...readFileSync(`${RENDERER}${path}`, 'utf8').matchAll(NAMED)])
  .map(([, name = '', words = '']) => ({ name, words }));

test('the name of a button or link begins with the words in sight, so that it can be spoken to', () => {
  const wrong = PAIRS.filter(({ name, words }) => {
    const [said, seen] = [plain(texts[name] ?? ''), plain(texts[words] ?? '')];
    // `{button}` is the words in sight.
    return !said.startsWith(seen) && !said.startsWith('{button}');
  }).map(({ name, words }) => `${name} “${texts[name]}” / ${words} “${texts[words]}”`);
  expect(wrong).toEqual([]);
  expect(PAIRS.length).toBeGreaterThan(12);
});
