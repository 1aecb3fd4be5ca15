import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { sharedPath } from '#support/shared.ts';
import { buildEffects, buildPack } from '#tool/build/build-pack.ts';
import { checkEffects } from '#tool/build/checked-pack.ts';
import type { PageParser } from '#tool/build/page-parser.ts';
import { type EvalReport, runEval } from '#tool/eval/eval-command.ts';
import { contextOf } from '#tool/lint/link-table.ts';
import type { Terminal } from '#tool/terminal.ts';

/** Parses in this thread. */
const parser = (): PageParser => ({
  parse: async ({ text, file, lang }, table) => parsePage(text, contextOf(table, file, lang)),
  close: async () => undefined,
});

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);

async function run(...args: string[]) {
  const lines: string[] = [];
  const json: EvalReport[] = [];
  const terminal: Terminal = {
    line: (text) => void lines.push(text),
    note: (text) => void lines.push(text),
    json: (value) => void json.push(value as EvalReport),
    progress: () => undefined,
  };
  const code = await runEval(args, terminal, { ...checkEffects, parser });
  return { code, lines, report: json[0] };
}

async function build(source: string, out: string): Promise<string> {
  const { built } = await buildPack(
    source,
    { out, tree: false },
    { ...buildEffects, check: { ...checkEffects, parser } },
  );
  return built?.file ?? '';
}

const SETTINGS = String(sourceFiles['pack.yaml']);
const golden = (...queries: readonly object[]): string => JSON.stringify({ queries });
const QUERIES = golden(
  { query: 'what comes first', pages: { 'pages/first.md': 2 } },
  { query: 'what follows', pages: { 'pages/second.md': 2, 'pages/first.md': 1 } },
  { query: 'zebra crossing', pages: { 'pages/first.md': 2 } },
);
const asked = { ...sourceFiles, 'queries.json': QUERIES };

describe('a pack folder', () => {
  test('is asked every question; the figures are the means', async () => {
    const { code, lines } = await run(await writeSource(at('plain'), asked));
    expect(code).toBe(0);
    expect(lines).toEqual([
      '       rank    nDCG@10  question',
      '          1      1.000  what comes first',
      expect.stringMatching(/^ {10}1 {6}[01]\.\d{3} {2}what follows$/),
      '          -      0.000  zebra crossing',
      '',
      expect.stringMatching(/^ {4}nDCG@10 {6}0\.\d{3}$/),
      '     MRR@10      0.666',
      '  success@1      0.666',
      '  success@3      0.666',
      '  success@5      0.666',
      '3 questions, 4 sections.',
    ]);
  });

  test('below what pack.yaml asks for it ends with 1 and says each figure', async () => {
    const settings = `${SETTINGS}search:\n  success_at_5: 0.9\n  mrr_at_10: 0.6\n  success_at_1: 0.667\n`;
    const { code, lines } = await run(await writeSource(at('strict'), { ...asked, 'pack.yaml': settings }));
    expect(code).toBe(1);
    expect(lines.slice(-2)).toEqual([
      'success@1 is 0.666: pack.yaml asks for 0.667 or more.',
      'success@5 is 0.666: pack.yaml asks for 0.9 or more.',
    ]);
    const { report } = await run(at('strict'), '--json');
    expect(report).toMatchObject({
      pack: 'small-pack',
      sections: 4,
      queries: [{ query: 'what comes first', rank: 1, ndcg10: 1 }, {}, { rank: null, ndcg10: 0 }],
      success1: 2 / 3,
      below: [
        { figure: 'success_at_1', least: 0.667, reached: 2 / 3 },
        { figure: 'success_at_5', least: 0.9 },
      ],
      unknown: [],
    });
  });

  test('what lint finds does not stop it, and a page that is not there is missed and named', async () => {
    const files = { ...asked, 'queries.json': golden({ query: 'first', pages: { 'pages/gone.md': 2 } }) };
    const { code, lines, report } = await run(await writeSource(at('gone'), files));
    expect(code).toBe(0);
    expect(report).toBeUndefined();
    expect(lines.at(-1)).toBe('Not a page of this pack: pages/gone.md.');
    expect(lines[1]).toBe('          -      0.000  first');
  });

  test('questions may be a list of paths with grades, in the file that is named', async () => {
    const file = at('other.json');
    await writeFile(file, golden({ query: 'what follows', relevant: [{ path: 'pages/second.md', grade: 2 }] }));
    const { code, report } = await run(await writeSource(at('named'), asked), '--queries', file, '--json');
    expect(code).toBe(0);
    expect(report?.queries).toEqual([{ query: 'what follows', rank: 1, ndcg10: 1 }]);
  });
});

describe('against an older release', () => {
  test('B27 the ranks and the means of both stand side by side, of a file and of a folder', async () => {
    const older = {
      ...asked,
      'pack.yaml': SETTINGS.replace('2026.11', '2026.10').replace('release: 3', 'release: 2'),
      'pages/first.md': String(sourceFiles['pages/first.md'])
        .replace('The first page', 'A page')
        .replace('What comes first.', 'It.'),
    };
    const file = await build(await writeSource(at('older'), older), at('out'));
    const dir = await writeSource(at('newer'), asked);
    const { code, lines } = await run(dir, '--against', file);
    expect(code).toBe(0);
    expect(lines[0]).toBe('       rank     before    nDCG@10  question');
    expect(lines).toContainEqual(expect.stringMatching(/^ {10}1 {10}[-\d] {6}1\.000 {2}what comes first$/));
    expect(lines).toContainEqual('                   now    2026.10');
    const { report } = await run(dir, '--against', file, '--json');
    expect(report?.against).toMatchObject({ version: '2026.10', release: 2, success1: 1 / 3 });
    expect(report?.queries[0]?.before?.rank).not.toBe(1);
    expect(report?.success1).toBe(2 / 3);
    // The same as its source, as lint takes it.
    const { report: same } = await run(dir, '--against', at('older'), '--json');
    expect(same).toEqual(report);
  });

  test('another pack is refused', async () => {
    const other = { ...asked, 'pack.yaml': SETTINGS.replace('small-pack', 'other-pack') };
    const file = await build(await writeSource(at('other'), other), at('out'));
    const dir = await writeSource(at('same'), asked);
    await expect(run(dir, '--against', file)).rejects.toThrow(`${file} is a release of other-pack, not of small-pack.`);
  });
});

describe('other folders', () => {
  test('one with a .satchel file: the same figures as of its source', async () => {
    const third = '---\nid: third\ntitle: Third\nsummary: The case of the outline of a business.\n---\n\nText.\n';
    // Only the glossary, which says what the letters stand for, leads there.
    const queries = golden(...JSON.parse(QUERIES).queries, { query: 'OBC', pages: { 'pages/third.md': 2 } });
    const source = await writeSource(at('source'), { ...asked, 'pages/third.md': third, 'queries.json': queries });
    const file = await build(source, at('built'));
    await writeFile(join(dirname(file), 'queries.json'), queries);
    const [ofSource, ofFile] = [await run(source, '--json'), await run(at('built'), '--json')];
    expect(ofSource.report?.queries.at(-1)?.rank).toBeGreaterThan(0);
    expect(ofFile.report).toEqual(ofSource.report);
    await writeFile(join(dirname(file), 'second.satchel'), '');
    await expect(run(at('built'))).rejects.toThrow('more than one .satchel file');
  });

  test('a folder of Markdown, its questions beside it or above it', async () => {
    await mkdir(at('theirs/files/guide'), { recursive: true });
    await writeFile(at('theirs/files/guide/tender.md'), '# Tenders\n\nHow to tender.\n');
    await writeFile(at('theirs/files/index.md'), '# Start\n\nBegin here.\n');
    const relevant = [{ path: 'guide/tender.md', grade: 2 }];
    await writeFile(
      at('theirs/queries.json'),
      JSON.stringify({ root: 'files/', queries: [{ id: 'q1', query: 'tendering', relevant }] }),
    );
    for (const dir of ['theirs/files', 'theirs']) {
      const { code, report } = await run(at(dir), '--json');
      expect(code).toBe(0);
      expect(report).toMatchObject({ pack: null, queries: [{ rank: 1, ndcg10: 1 }], unknown: [] });
    }
    expect(await readdir(at('theirs/files'))).toEqual(['guide', 'index.md']);
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['no questions', { 'pack.yaml': SETTINGS }, /has no queries\.json, and there is none beside it\.$/],
    ['questions that are none', { 'queries.json': '{"queries":[]}' }, /queries\.json has no questions\.$/],
    ['questions of another shape', { 'queries.json': '[]' }, /queries\.json: Unexpected value, expected queries, each/],
    [
      'a root that leads out',
      { 'queries.json': '{"root":"../x","queries":[{"query":"a","pages":{}}]}' },
      /Unexpected root "\.\.\/x"/,
    ],
    [
      'no pack and no pages',
      { 'queries.json': QUERIES },
      /has no pages: no pack\.yaml, no \.satchel file, no Markdown\.$/,
    ],
    [
      'a pack.yaml with a fault',
      { 'queries.json': QUERIES, 'pack.yaml': `${SETTINGS}search:\n  success_at_5: 90\n` },
      /^pack\.yaml:12:1 Unexpected the number 90 for "search\.success_at_5", expected a number from 0 to 1\. Set/,
    ],
  ])('%s is one sentence', async (name, files, sentence) => {
    await expect(run(await writeSource(at(`wrong/${name}/pack`), files))).rejects.toThrow(sentence);
  });

  test('a folder that is not there is one sentence', async () => {
    await expect(run(at('absent'))).rejects.toThrow('is not a folder that can be read.');
  });
});

const CONTENT = fileURLToPath(new URL('../../../../content/', import.meta.url));
describe('our own packs', () => {
  test.each(['engage-early', 'experiment-safely'])('%s answers as well as its pack.yaml asks for', async (pack) => {
    const { code, report } = await run(join(CONTENT, pack), '--json');
    expect(report?.below).toEqual([]);
    expect(report?.unknown).toEqual([]);
    expect(code).toBe(0);
    expect(report?.queries.length).toBeGreaterThan(50);
  });

  test('ask for something', async () => {
    await writeFile(at('none.json'), golden({ query: 'zzzz', pages: { 'pages/keep-it-fair.md': 2 } }));
    expect((await run(join(CONTENT, 'engage-early'), '--queries', at('none.json'))).code).toBe(1);
  });
});

const ukho = sharedPath('corpora/ukho-engineering/files');
test.skipIf(!ukho)(
  'a folder of real guidance is asked as it stands',
  async () => {
    const { code, report } = await run(ukho ?? '', '--json');
    expect(code).toBe(0);
    expect(report).toMatchObject({ pack: null, unknown: [] });
    expect(report?.queries).toHaveLength(20);
    expect(report?.success5).toBeGreaterThanOrEqual(0.85);
  },
  60_000,
);
