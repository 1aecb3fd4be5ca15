import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '#support/shared.ts';
import { lintPack } from '#tool/lint/lint.ts';
import { todayFrom } from '#tool/lint/today.ts';
import { inMemory, page, SETTINGS } from './pack-in-memory.ts';

const levels = (lint: string): string => `${SETTINGS}lint:\n  ${lint}\n`;
const HASH = page('a', '', '# One');

describe('levels', () => {
  test.each([
    ['as the rule says', SETTINGS, ['error']],
    ['a warning', levels('hash-h1: warning'), ['warning']],
    ['off', levels('hash-h1: off'), []],
  ])('%s', async (_name, settings, expected) => {
    const { findings } = await lintPack('/pack', inMemory({ 'pack.yaml': settings, 'pages/a.md': HASH }));
    expect(findings.map(({ level }) => level)).toEqual(expected);
  });
});

test('facts about a page come from its front matter, its text and its file', async () => {
  const more = `order: 2
stage: shape
ask: [legal]
check_by: 2027-05-16
sources: [{ title: A law, date: 2023-10-26, url: 'https://example.com/' }]
related: [b]
source_path: guide/A page.md
colour: { of: [the, cat] }
`;
  const { pages } = await lintPack(
    '/pack',
    inMemory({ 'pages/a.md': page('a', more, 'Two words.'), 'pages/b.md': 'No' }),
  );
  expect(pages.map(({ meta }) => meta)).toEqual([
    {
      id: 'a',
      path: 'guide/A page.md',
      title: 'The page a',
      summary: 'What it is for.',
      order: 2,
      stage: ['shape'],
      audience: [],
      ask: ['legal'],
      tags: [],
      checkBy: '2027-05-16',
      sources: [{ title: 'A law', date: '2023-10-26', url: 'https://example.com/' }],
      related: ['b'],
      extra: { colour: { of: ['the', 'cat'] } },
      words: 2,
    },
    {
      ...{ id: 'b', path: 'pages/b.md', title: 'b', stage: [], audience: [], ask: [], tags: [] },
      ...{ sources: [], related: [], extra: {}, words: 1 },
    },
  ]);
});

test('findings are in the same order whatever order the disk has', async () => {
  const files = { 'pack.yaml': SETTINGS, 'pages/b.md': HASH, 'pages/a.md': HASH, 'pages/c.md': HASH };
  const { findings } = await lintPack('/pack', inMemory(files));
  const turned = Object.fromEntries(Object.entries(files).reverse());
  expect((await lintPack('/pack', inMemory(turned))).findings).toEqual(findings);
  expect(findings.map(({ file }) => file)).toEqual([...findings.map(({ file }) => file)].sort());
});

test('links on the disk are not followed, and names of any script are read', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'satchel-lint-'));
  try {
    const outside = join(dir, 'outside');
    const pack = join(dir, 'pack');
    await mkdir(join(outside, 'more'), { recursive: true });
    await mkdir(join(pack, 'pages'), { recursive: true });
    await writeFile(join(outside, 'secret.md'), page('secret'));
    await writeFile(join(outside, 'more', 'x.md'), page('x'));
    await writeFile(join(pack, 'pack.yaml'), SETTINGS);
    await writeFile(join(pack, 'pages', 'Gérer‐l’accès 日本.md'), page('a'));
    await symlink(join(outside, 'secret.md'), join(pack, 'pages', 'secret.md'));
    await symlink(join(outside, 'more'), join(pack, 'pages', 'more'));
    const { findings, pages } = await lintPack(pack);
    expect(pages.map(({ source }) => source.file)).toEqual(['pages/Gérer‐l’accès 日本.md']);
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'pages/Gérer‐l’accès 日本.md id-file-name',
      'pages/more file-unreadable',
      'pages/secret.md file-unreadable',
    ]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

test('a folder that is not there is a pack without pack.yaml', async () => {
  const { findings, pages } = await lintPack(join(await mkdtemp(join(tmpdir(), 'satchel-lint-')), 'not-there'));
  expect(pages).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(['pack-schema']);
});

test('today is the day that is set, else the day where the tool runs', () => {
  const now = () => new Date(2026, 0, 5, 23, 59);
  expect(todayFrom('2026-11-23', now)).toBe('2026-11-23');
  expect(todayFrom('soon', now)).toBe('2026-01-05');
  expect(todayFrom(undefined, now)).toBe('2026-01-05');
});

const strings = sharedPath('hostile/naughty-strings.json');
const documents = sharedPath('hostile/frontmatter/documents.json');
describe.skipIf(strings === null || documents === null)(
  'strangers’ strings as title, tag, file name and front matter',
  () => {
    const items = (path: string | null): readonly Record<string, unknown>[] =>
      path === null ? [] : JSON.parse(readFileSync(path, 'utf8')).items;

    test('every string is a finding or a fact, and never a fall', async () => {
      const files: Record<string, string> = { 'pack.yaml': SETTINGS };
      for (const [index, item] of items(strings).entries()) {
        const text = String(item.string ?? item.text ?? item.value ?? Object.values(item).at(-1));
        const quoted = JSON.stringify(text);
        files[`pages/p${index}.md`] =
          `---\nid: p${index}\ntitle: ${quoted}\ntags: [${quoted}]\n${quoted}: 1\n---\n\n${text}\n`;
        files[`pages/${text.replace(/[/\0]/g, '_').slice(0, 60)} ${index}.md`] = page(`q${index}`);
      }
      const { pages } = await lintPack('/pack', inMemory(files));
      expect(pages).toHaveLength(Object.keys(files).length - 1);
      for (const { meta } of pages) expect(meta.id).toMatch(/^[a-z0-9-]+$/);
    });

    test('every document with front matter is read', async () => {
      const files = Object.fromEntries(
        items(documents).map((item, index) => [`pages/d${index}.md`, String(item.document)]),
      );
      const { pages } = await lintPack('/pack', inMemory(files));
      expect(pages).toHaveLength(Object.keys(files).length);
    });
  },
);
