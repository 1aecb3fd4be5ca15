import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '#search/explain.ts';
import { makePack, temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { bundleTool, type Tool } from '#support/tool.ts';

let tool: Tool;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let source = '';
beforeAll(async () => {
  [tool, folder] = await Promise.all([bundleTool(), temporaryFolder()]);
  source = await writeSource(join(folder.path, 'source'));
}, 60_000);
afterAll(async () => {
  await Promise.all([tool.remove(), folder.remove()]);
});

const at = (name: string): string => join(folder.path, name);

describe('satchel', () => {
  test('begins as a program does', async () => {
    expect((await readFile(tool.file, 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  test('says what it can do, and its version', async () => {
    const help = await tool.run(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['lint', 'build', 'adopt', 'search', 'eval']) {
      expect(help.out).toContain(`satchel ${name}`);
      const own = await tool.run([name, '--help']);
      expect(own).toMatchObject({ code: 0, err: '' });
      expect(own.out).toContain(`satchel ${name} `);
    }
    expect((await tool.run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [[], /satchel COMMAND --help/],
    [['frobnicate'], /^satchel: There is no command frobnicate\./],
    [['--frobnicate'], /^satchel: There is no option --frobnicate\./],
    [['build', 'x', '--frobnicate'], /^satchel: There is no option --frobnicate\./],
    [['build', 'x', '-f'], /^satchel: There is no option -f\./],
    [['build', 'x', '--out'], /^satchel: The option --out needs a value\./],
    [['build', 'x', '--json=yes'], /^satchel: The option --json takes no value\./],
    [['build', 'x'], /^satchel: --out is missing/],
    [['build', '--out', 'y'], /^satchel: DIR is missing/],
    [['build', 'x', 'y', '--out', 'z'], /^satchel: Unexpected "y" after DIR/],
    [['build', 'absent', '--out', 'z'], /^satchel: absent is not a folder that can be read\./],
    [['lint', 'absent'], /^satchel: absent is not a folder that can be read\./],
    [['lint'], /^satchel: DIR is missing/],
    [['eval'], /^satchel: DIR is missing/],
    [['eval', 'absent'], /^satchel: absent is not a folder that can be read\./],
    [['search', 'query'], /^satchel: --pack is missing/],
    [['search', '--pack', 'x'], /^satchel: QUERY is missing/],
    [['search', '--pack', 'x', 'query', '--limit', 'many'], /^satchel: --limit needs a whole number/],
    [['search', '--pack', 'absent.satchel', 'query'], /^satchel: “absent.satchel” could not be read\./],
  ])('%j is one plain sentence and exit code 2', async (args, sentence) => {
    const ran = await tool.run(args);
    expect(ran.err).toMatch(sentence);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).not.toContain('    at ');
  });
});

describe('lint', () => {
  test('of a right pack ends with 0', async () => {
    const ran = await tool.run(['lint', source]);
    expect(ran).toEqual({ code: 0, out: '2 pages checked: 0 errors and 0 warnings.\n', err: '' });
  });

  test('of a wrong one says where, what and how to mend it, and ends with 1', async () => {
    const wrong = await writeSource(at('wrong'), {
      ...sourceFiles,
      'pages/third.md': '---\nid: third\ntitle: Third\n---\n\n##No space\n',
    });
    const ran = await tool.run(['lint', wrong]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^pages\/third\.md:6:\d+ error [a-z-]+: Unexpected .+, expected .+\. .+\.$/m);
    const json = await tool.run(['lint', wrong, '--json']);
    expect(json).toMatchObject({ code: 1, err: '' });
    const report = JSON.parse(json.out) as { findings: unknown[]; errors: number; warnings: number };
    expect(report.findings).toHaveLength(report.errors + report.warnings);
    expect(report.findings[0]).toMatchObject({
      file: expect.any(String),
      line: expect.any(Number),
      rule: expect.any(String),
    });
  });

  test('prints no control characters, whatever a file holds', async () => {
    const odd = await writeSource(at('odd'), {
      ...sourceFiles,
      'pages/\u001b[31mred.md': '##No space \u001b]0;title\u0007\n',
    });
    const { out } = await tool.run(['lint', odd]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(out).toContain('red.md');
  });
});

describe('build', () => {
  test('tells its stages and what it made', async () => {
    const ran = await tool.run(['build', source, '--out', at('out')]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      /^Checking pages\.\nPacking\.\nWriting\.\n.+small-pack-2026\.11\.satchel: 2 pages, 4 sections, 1 picture, \d+ kB, 0 warnings, \d+\.\d s\.\n$/,
    );
  });

  test('--json is JSON and nothing else', async () => {
    const ran = await tool.run(['build', source, '--out', at('out'), '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({
      pages: 2,
      sections: 4,
      images: 1,
      findings: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('an error stops it with exit code 1', async () => {
    const wrong = await writeSource(at('stops'), { ...sourceFiles, 'pack.yaml': 'id: Not An Id\n' });
    const ran = await tool.run(['build', wrong, '--out', at('stopped')]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/pack\.yaml:1:1 error pack-schema: /);
    expect(ran.out).toMatch(/Nothing was written: \d+ errors?\. Correct/);
    const json = await tool.run(['build', wrong, '--out', at('stopped'), '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out).file).toBeUndefined();
  });

  test('a folder that cannot be written is one sentence', async () => {
    await folder.write('file', 'x');
    const ran = await tool.run(['build', source, '--out', at('file/deeper')]);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toMatch(/^satchel: .+ could not be written: a part of the path is a file\.\n$/);
  });

  test('a page that takes too long costs itself, not the pack', { timeout: 60_000 }, async () => {
    const settings = `${String(sourceFiles['pack.yaml'])}lint: {page-limits: warning}\n`;
    const slow = `---\nid: slow\ntitle: Slow\nsummary: Slow.\n---\n\n${'*a **a '.repeat(65_000)}\n`;
    const dir = await writeSource(at('slow'), { ...sourceFiles, 'pack.yaml': settings, 'pages/slow.md': slow });
    const ran = await tool.run(['build', dir, '--out', at('slow-out'), '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const report = JSON.parse(ran.out) as { pages: number; findings: { rule: string; file: string }[] };
    expect(report.pages).toBe(3);
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'page-limits', file: 'pages/slow.md' }));
  });
});

describe('search', () => {
  test('finds the section, as JSON and for people', async () => {
    await tool.run(['build', source, '--out', at('searched')]);
    const pack = at('searched/small-pack-2026.11.satchel');
    const ran = await tool.run(['search', '--pack', pack, 'talk early', '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const [first] = JSON.parse(ran.out) as Record<string, unknown>[];
    expect(Object.keys(first ?? {})).toEqual([
      'pack',
      'page',
      'path',
      'section',
      'title',
      'heading',
      'score',
      'snippet',
    ]);
    expect(first).toMatchObject({
      pack: 'small-pack',
      page: 'first',
      path: 'pages/first.md',
      section: 'a-table',
      heading: 'A table',
    });
    const human = await tool.run(['search', '--pack', pack, 'talk', 'early']);
    expect(human.out).toMatch(
      /^1\. The first page - A table\n {3}small-pack: pages\/first\.md#a-table\n {3}.*Talk · Early/,
    );
    expect(
      JSON.parse((await tool.run(['search', '--pack', pack, '--json', '--limit', '1', 'first page'])).out),
    ).toHaveLength(1);
    expect(await tool.run(['search', '--pack', pack, 'zyzzyva', '--json'])).toMatchObject({ code: 0, out: '[]\n' });
  });

  test('says the parts of each score when it is asked to', async () => {
    await tool.run(['build', source, '--out', at('explained')]);
    const words = ['search', '--pack', at('explained/small-pack-2026.11.satchel'), 'talc early', '--explain'];
    const [first] = JSON.parse((await tool.run([...words, '--json'])).out) as {
      score: number;
      explanation: Explanation;
    }[];
    expect(first?.explanation.score).toBeCloseTo(first?.score ?? 0, 3);
    expect(first?.explanation.words.map(({ word, found }) => [word, found[0]?.readAs])).toEqual([
      ['talc', 'misspelt'],
      ['early', 'exact'],
    ]);
    const { code, out } = await tool.run(words);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {5}\d+\.\d{3} = words .+ \+ precise \d\.\d{3}$/m);
    expect(out).toMatch(/^ {5}talc: .+ misspelt as "Talk", 1 in the text$/m);
  });

  test('of a damaged pack, or of none, is one sentence', async () => {
    const bytes = await makePack();
    // A byte of the first blob.
    bytes[120] = (bytes[120] ?? 0) ^ 1;
    const ran = await tool.run(['search', '--pack', await folder.write('spoilt.satchel', bytes), 'words']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(
      /^satchel: \S*spoilt\.satchel: .+ is missing, damaged or changed: it is not what was published\.\n$/,
    );
    await writeFile(at('text.satchel'), 'text');
    expect((await tool.run(['search', '--pack', at('text.satchel'), 'words'])).err).toContain('is not a Satchel pack.');
  });
});

describe('eval', () => {
  test('asks the golden set and ends with 1 when pack.yaml asks for more', async () => {
    const right = await tool.run(['eval', source]);
    expect(right).toMatchObject({ code: 0, err: '' });
    expect(right.out).toMatch(/^ {10}1 {6}1\.000 {2}what comes first$/m);
    expect(right.out).toMatch(/^1 question, 4 sections\.$/m);
    const settings = `${String(sourceFiles['pack.yaml'])}search:\n  success_at_1: 1\n`;
    const asked = '{"queries":[{"query":"zebra","pages":{"pages/first.md":2}}]}';
    const strict = await writeSource(at('strict'), { ...sourceFiles, 'pack.yaml': settings, 'queries.json': asked });
    const below = await tool.run(['eval', strict]);
    expect(below).toMatchObject({ code: 1, err: '' });
    expect(below.out).toMatch(/^success@1 is 0\.000: pack\.yaml asks for 1 or more\.$/m);
  });
});
