import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, sourceFiles } from '#support/source-files.ts';

const FOLDER = join(ROOT, 'src/renderer');
/** Style sheets with their path from `src/renderer`, without comments. */
const SHEETS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }));

const ORDER = 'ui/styles/layers.css';
/** Rules that no layer can order: the sheet of paper has one. */
const LAYERLESS = ['@page'];

/** Where a style sheet lies: the table of `src/README.md`, its longest folder first. */
const PLACES = [
  ...readFileSync(join(ROOT, 'src/README.md'), 'utf8').matchAll(/^\| `(renderer\/[^`]+)`\s*\| `([a-z]+)-`\s*\|$/gm),
]
  .map(([, folder = '', prefix = '']) => ({ folder: `${folder.slice('renderer/'.length)}/`, prefix }))
  .sort((one, other) => other.folder.length - one.folder.length);

const placeOf = (name: string) => PLACES.find(({ folder }) => name.startsWith(folder));
const isPart = (name: string): boolean => placeOf(name)?.prefix === 'sat';

/** What stands in a text at the outermost level: `@layer parts` with its body, `.a, .b` with its. */
function blocks(text: string): readonly { readonly head: string; readonly body: string }[] {
  const found: { head: string; body: string }[] = [];
  let [depth, start, open] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) {
        found.push({ head: text.slice(start, open).trim(), body: text.slice(open + 1, at) });
        start = at + 1;
      }
    } else if (text[at] === ';' && depth === 0) {
      found.push({ head: text.slice(start, at).trim(), body: '' });
      start = at + 1;
    }
  }
  return found;
}

/** The selectors of a text, those of conditions too; what stands in brackets stays with its selector. */
function selectors(text: string): readonly string[] {
  return blocks(text).flatMap(({ head, body }) => {
    if (/^@(?:layer|media|container|supports)\b/.test(head)) return selectors(body);
    if (head.startsWith('@')) return [];
    return head.split(/,(?![^(]*\))/).map((one) => one.trim());
  });
}

const classesIn = (selector: string): readonly string[] =>
  [...selector.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name = '']) => name);

const within = (prefix: string, name: string): boolean =>
  name === prefix || [`${prefix}-`, `${prefix}_`].some((start) => name.startsWith(start));

/** Classes that parts bring; a room may look at them from a class of its own. */
const OF_PARTS = new Set(
  SHEETS.filter(({ name }) => isPart(name)).flatMap(({ text }) => selectors(text).flatMap(classesIn)),
);
/** `row`, `muted`, `small`: any element may take them. */
const WORDS = new Set(
  SHEETS.filter(({ name }) => name === 'ui/styles/words.css').flatMap(({ text }) => selectors(text).flatMap(classesIn)),
);
/** Of libraries, and what the Markdown pipeline gives to lists and tables. */
const OF_OTHERS = /^(?:govuk-|cm-|(?:tasks|table-scroll|wide|heads)$)/;

describe('layers', () => {
  test('their order stands in one file, which is loaded before all others', () => {
    const stated = SHEETS.flatMap(({ name, text }) =>
      [...text.matchAll(/@layer ([a-z, ]+);/g)].map(([, order = '']) => ({ name, order })),
    );
    expect(stated).toEqual([{ name: ORDER, order: 'elements, govuk, codemirror, tokens, parts, rooms' }]);
    const main = readFileSync(join(FOLDER, 'main.tsx'), 'utf8');
    expect(main.split('\n')[0]).toBe(`import './${ORDER}';`);
  });

  test('every rule lies in one: tokens, parts or rooms by its folder', () => {
    const wrong = SHEETS.filter(({ name }) => name !== ORDER).flatMap(({ name, text }) => {
      const fitting = isPart(name) ? /^@layer (?:elements|govuk|tokens|parts)$/ : /^@layer rooms$/;
      return blocks(text)
        .filter(({ head }) => !fitting.test(head) && !LAYERLESS.includes(head))
        .map(({ head }) => `${name}: ${head}`);
    });
    expect(SHEETS.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  test('nothing is important: layers say what wins', () => {
    expect(SHEETS.filter(({ text }) => /!\s*important/.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

describe('names of classes', () => {
  test('every style sheet lies in a folder of the table in src/README.md', () => {
    expect(PLACES.length).toBeGreaterThan(10);
    expect(SHEETS.filter(({ name }) => !placeOf(name)).map(({ name }) => name)).toEqual([]);
  });

  test('a part’s begin with sat-; other words stand inside a part', () => {
    const wrong = SHEETS.filter(({ name }) => isPart(name)).flatMap(({ name, text }) =>
      selectors(text)
        .filter((selector) => {
          const classes = classesIn(selector);
          const owned = classes.some((one) => within('sat', one) || OF_OTHERS.test(one));
          return !owned && !classes.every((one) => WORDS.has(one));
        })
        .map((selector) => `${name}: ${selector}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a room’s begin with its name; parts it changes only inside itself', () => {
    const wrong = SHEETS.filter(({ name }) => !isPart(name)).flatMap(({ name, text }) => {
      const prefix = placeOf(name)?.prefix ?? '';
      return selectors(text).flatMap((selector) => {
        const classes = classesIn(selector);
        const strange = classes.filter(
          (one) => !within(prefix, one) && !one.startsWith('is-') && !OF_PARTS.has(one) && !OF_OTHERS.test(one),
        );
        const owned = classes.some((one) => within(prefix, one));
        return [...strange.map((one) => `.${one}`), ...(owned ? [] : [selector])].map((one) => `${name}: ${one}`);
      });
    });
    expect(wrong).toEqual([]);
  });

  /** Put together from a beginning and a figure or a kind, or a library's own. */
  const MADE = /^(?:cm-|sat-w-(?:h|in)\d$|sat-callout--)/;

  /** Its name, and what it is put together from: `sat-strip--${kind}`. */
  const beginnings = (name: string): readonly string[] => [
    name,
    `${name.replace(/--[\w-]+$/, '--')}\${`,
    `${name.replace(/-[a-z]+$/, '-')}\${`,
  ];

  test('none is there that nothing uses', () => {
    const used = new Set(sourceFiles('src').flatMap(({ text }) => text.match(/-?[A-Za-z_][\w-]*(?:\$\{)?/g) ?? []));
    const unused = SHEETS.flatMap(({ name, text }) =>
      selectors(text)
        .flatMap(classesIn)
        .filter((one) => !MADE.test(one) && !beginnings(one).some((start) => used.has(start)))
        .map((one) => `${name}: .${one}`),
    );
    expect([...new Set(unused)]).toEqual([]);
  });
});
