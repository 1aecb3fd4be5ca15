import { expect, test } from 'vitest';
import { type Pattern, type Pump, patternsIn, pumped, pumpsOf } from '#support/patterns.ts';
import { processorMs } from '#support/processor-time.ts';

/** Milliseconds of processor time that a pattern takes for a text, as `test` and as a replacement of all; the best of a few tries. */
function timeOf(pattern: RegExp, text: string, tries: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < tries; at += 1) {
    const took = processorMs(() => {
      pattern.lastIndex = 0;
      pattern.test(text);
      if (pattern.global) text.replace(pattern, '');
    });
    best = Math.min(best, took);
  }
  return best;
}

/** Milliseconds below which no growth is told from noise. */
const SEEN = 2;
/** Four times the text takes four times as long; sixteen times is the square. */
const MOST_GROWTH = 9;

const told = ({ start, piece, end }: Pump, length: number): string =>
  JSON.stringify([start.slice(0, 60), piece.slice(0, 60), end, length]);

function grows(pattern: RegExp, pump: Pump, length: number): boolean {
  const [least = 0, middle = 0, most = 0] = [1, 2, 4].map((times) => timeOf(pattern, pumped(pump, length * times), 3));
  return most > SEEN * 2 && most / least > MOST_GROWTH && middle / least > Math.sqrt(MOST_GROWTH) * 0.8;
}

/** The text whose cost grows faster than its length, or `null`. */
function growsAt({ source, flags }: Pattern): string | null {
  const pattern = new RegExp(source, flags.replace('y', ''));
  for (const pump of pumpsOf(source)) {
    let length = 24;
    // Small steps first: what doubles with each character would never come back.
    while (length < 6_000 && timeOf(pattern, pumped(pump, length), 1) < SEEN) length = Math.ceil(length * 1.6);
    if (length >= 6_000) continue;
    if (timeOf(pattern, pumped(pump, length * 2), 1) > 2_000) return told(pump, length);
    // Twice, because the machine may be busy for a moment, and a pattern is compiled once it was used a few times.
    if (grows(pattern, pump, length) && grows(pattern, pump, length * 2)) return told(pump, length);
  }
  return null;
}

/** Patterns that are given short texts only, by whoever calls them: where, and what bounds it. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/domain/bundle/shared-name.ts: /(?:-[^-]*|\\p{Surrogate}|\\p{M}+)$/u': 'sixty characters of a title',
  'src/main/boot/log.ts: /([\\w.-]+:\\d+:\\d+)\\)?$/': 'the last two hundred characters of a line',
  'src/markdown/headings.ts: /[ \\t]*\\{#([^\\s{}]{1,200})\\}[ \\t]*$/':
    'the last three hundred characters of a heading',
  'src/renderer/ui/keys.tsx: /\\w+$/': 'names of keys, which are ours',
  'src/tool/adopt/adopt.ts: /\\/*$/': 'the name of a folder that the editor types',
  'src/tool/adopt/dialects/loose-addresses.ts: /^(.*?)([ \\t]+(?:"[^"]*"|\'[^\']*\'))?[ \\t]*$/':
    'one address of six hundred signs',
  'src/tool/adopt/dialects/template-rest.ts: /\\.[\\w.]+$/': 'two hundred characters of a name',
  'src/tool/adopt/dialects/template-targets.ts: /^>?[ \\t]*(?:"[^"\\n]*"|\'[^\'\\n]*\')?[ \\t]*\\)/':
    'five hundred characters',
  'src/tool/adopt/take-title.ts: /(\\*\\*|__|\\*|`+|~~)(\\S.*?)\\1/g': 'a thousand characters of a heading',
};

const nameOf = ({ path, source, flags }: Pattern): string => `${path}: /${source}/${flags}`;

test('B2 no regular expression of the source takes more than linear time', { timeout: 240_000 }, () => {
  const patterns = patternsIn('src');
  const names = new Set(patterns.map(nameOf));
  // What is gone needs no reason.
  expect(Object.keys(BOUNDED).filter((name) => !names.has(name))).toEqual([]);
  expect(patterns.length).toBeGreaterThan(400);
  const grown = patterns.flatMap((pattern) => {
    const at = nameOf(pattern) in BOUNDED ? null : growsAt(pattern);
    return at === null ? [] : [`${nameOf(pattern)} at ${at}`];
  });
  expect(grown).toEqual([]);
});
