import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nestedUses, pngOf } from '#support/pictures-made.ts';
import type { Finding } from '#tool/lint/finding.ts';
import { lintPack } from '#tool/lint/lint.ts';
import { RULES } from '#tool/lint/rules.ts';
import { type Files, inMemory, PNG, page, SETTINGS, SVG } from './pack-in-memory.ts';

const folder = fileURLToPath(new URL('../../../lint/', import.meta.url));
const MARKS = /(?: \{[a-z0-9-]+\})+$/;
const fired = new Set<string>();

const SURROUNDINGS: Files = {
  'pack.yaml': SETTINGS,
  'pages/other.md': page('other', 'redirect_from: [/old/other/]\n', '## Second part\n\n![A line](../images/line.png)'),
  'images/line.png': PNG,
  'data/glossary.json': JSON.stringify([
    { term: 'SOC', expansion: 'strategic outline case', meaning: '', see_also: [] },
    { term: 'SRO', expansion: 'senior responsible owner', meaning: '' },
    { term: 'API', expansion: 'application programming interface', meaning: '' },
  ]),
};

async function findingsOf(files: Files): Promise<readonly Finding[]> {
  const { findings } = await lintPack('/pack', inMemory(files));
  for (const { rule } of findings) fired.add(rule);
  return findings;
}

describe('B27 fixtures: a line that ends with {rule} has that finding, and no other line has one', () => {
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const lines = readFileSync(folder + name, 'utf8').split('\n');
      const expected = lines.flatMap((line, index) =>
        [...(MARKS.exec(line)?.[0] ?? '').matchAll(/[a-z0-9-]+/g)].map(([rule]) => `${index + 1} ${rule}`),
      );
      const text = lines.map((line) => line.replace(MARKS, '')).join('\n');
      const findings = await findingsOf({ ...SURROUNDINGS, [`pages/${name}`]: text });
      const found = findings.filter(({ file }) => file === `pages/${name}`).map(({ line, rule }) => `${line} ${rule}`);
      expect([...new Set(found)].sort()).toEqual(expected.sort());
      expect(findings.filter(({ file }) => file !== `pages/${name}`)).toEqual([]);
    });
  }
});

/** What a pack has too much or too little, and the findings it gets: `file rule`. */
const PACKS: readonly (readonly [name: string, files: Files, expected: readonly string[]])[] = [
  ['a pack without fault', { 'pages/b.md': page('b') }, []],
  ['no pack.yaml', { 'pack.yaml': null }, ['pack.yaml file-unreadable', 'pack.yaml pack-schema']],
  ['pack.yaml that is not YAML', { 'pack.yaml': 'id: [' }, ['pack.yaml pack-schema']],
  ['an unknown key', { 'pack.yaml': `${SETTINGS}colour: red\n` }, ['pack.yaml pack-schema']],
  ['a version that looks like a number', { 'pack.yaml': SETTINGS.replace('"1"', '2026.10') }, []],
  ['a version that is a list', { 'pack.yaml': SETTINGS.replace('"1"', '[1]') }, ['pack.yaml pack-schema']],
  ['a figure over 1', { 'pack.yaml': `${SETTINGS}search:\n  success_at_5: 90\n` }, ['pack.yaml pack-schema']],
  ['a rule that is not there', { 'pack.yaml': `${SETTINGS}lint:\n  no-such-rule: off\n` }, ['pack.yaml lint-settings']],
  ['a fixed rule switched off', { 'pack.yaml': `${SETTINGS}lint:\n  svg-active: off\n` }, ['pack.yaml lint-settings']],
  [
    'a day that no calendar has',
    { 'pack.yaml': SETTINGS.replace(/created: .*/, 'created: 2026-02-30') },
    ['pack.yaml created-day'],
  ],
  [
    'two pages with one id',
    { 'pages/b.md': page('b'), 'pages/c.md': page('b').replace('page b', 'page c') },
    ['pages/c.md id-file-name', 'pages/c.md unique-ids'],
  ],
  [
    'a redirect from the id of another page',
    { 'pages/b.md': page('b', 'redirect_from: [other]\n') },
    ['pages/b.md unique-ids'],
  ],
  [
    'two redirects from one address',
    { 'pages/b.md': page('b', 'redirect_from: [/old/other/]\n') },
    ['pages/other.md unique-ids'],
  ],
  [
    'file names that differ in capitals only',
    { 'pages/b.md': page('b'), 'pages/B.md': page('c') },
    ['pages/B.md id-file-name', 'pages/b.md unique-ids'],
  ],
  [
    'two pages with one title',
    { 'pages/b.md': page('b'), 'pages/c.md': page('c').replace('page c', 'Page  B') },
    ['pages/c.md duplicate-title'],
  ],
  [
    'two pages whose titles are missing, with one heading standing in for both',
    {
      'pages/b.md': '---\nid: b\nsummary: One.\n---\n\n## What to do\n\nWords.\n',
      'pages/c.md': '---\nid: c\nsummary: Two.\n---\n\n## What to do\n\nWords.\n',
    },
    ['pages/b.md title-missing', 'pages/c.md title-missing'],
  ],
  [
    'a picture that is a text',
    { 'images/line.png': 'hello' },
    ['images/line.png image-type', 'pages/other.md dead-image'],
  ],
  [
    'B26 a picture too large to draw',
    { 'images/x.png': pngOf(30_000, 30_000) },
    ['images/x.png image-undrawable', 'images/x.png unused-image'],
  ],
  [
    'B3 a drawing that would take too long',
    { 'images/x.svg': nestedUses(10, 10) },
    ['images/x.svg image-undrawable', 'images/x.svg unused-image'],
  ],
  [
    'B3 a drawing that breaks off',
    { 'images/x.svg': SVG.slice(0, -6) },
    ['images/x.svg image-undrawable', 'images/x.svg unused-image'],
  ],
  [
    'B3 half a picture',
    { 'images/x.png': pngOf(9, 9, { whole: false }) },
    ['images/x.png image-cut', 'images/x.png unused-image'],
  ],
  ['a PNG called JPEG', { 'images/x.jpg': PNG }, ['images/x.jpg image-type']],
  ['a picture that no page shows', { 'images/x.svg': SVG }, ['images/x.svg unused-image']],
  [
    'an SVG with a script',
    { 'images/x.svg': SVG.replace('<path', '<script>1</script><path') },
    ['images/x.svg svg-active', 'images/x.svg unused-image'],
  ],
  ['a file that is no picture', { 'images/notes.txt': 'x' }, ['images/notes.txt file-unused']],
  ['a file that is no page', { 'pages/notes.txt': 'x' }, ['pages/notes.txt file-unused']],
  ['a page that cannot be read', { 'pages/b.md': null }, ['pages/b.md file-unreadable']],
  ['a page that is not UTF-8', { 'pages/b.md': Uint8Array.of(0xff, 0xfe, 0x41) }, ['pages/b.md file-unreadable']],
  ['a glossary that is no list', { 'data/glossary.json': '{}' }, ['data/glossary.json glossary-schema']],
  ['queries that are not JSON', { 'queries.json': '{' }, ['queries.json queries-schema']],
  [
    'a query for a page that is not there',
    { 'queries.json': JSON.stringify({ queries: [{ query: 'x', pages: { 'pages/other.md': 2, 'pages/no.md': 1 } }] }) },
    ['queries.json queries-pages'],
  ],
  [
    'a list of pages with one that is not there',
    {
      'queries.json': JSON.stringify({
        queries: [
          {
            query: 'x',
            relevant: [
              { path: 'pages/other.md', grade: 2 },
              { path: 'pages/no.md', grade: 1 },
            ],
          },
        ],
      }),
    },
    ['queries.json queries-pages'],
  ],
  [
    'a query that nothing answers',
    { 'queries.json': JSON.stringify({ queries: [{ query: 'x', pages: { 'pages/other.md': 1 } }] }) },
    ['queries.json queries-pages'],
  ],
];

describe('packs', () => {
  test.each(PACKS)('%s', async (_name, files, expected) => {
    const findings = await findingsOf({ ...SURROUNDINGS, ...files });
    expect(findings.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([...expected].sort());
  });
});

describe('the list of rules', () => {
  test('every rule has a case in which it speaks', () => {
    expect(RULES.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  });

  test('ids are unique, plain, and the rule’s file name', () => {
    const files = readdirSync(fileURLToPath(new URL('../../../../src/tool/lint/rules/', import.meta.url)));
    expect(RULES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test('messages say what was found and what was expected, and end without a full stop', async () => {
    const findings = await findingsOf({ ...SURROUNDINGS, 'pages/b.md': '##Heading\n\n[](x.md) ![](y.png) {{ z }}\n' });
    expect(findings.length).toBeGreaterThan(5);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/^Unexpected .*, expected .*[^.]$/);
      expect(fix).toMatch(/\.$/);
    }
  });
});
