import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { runAdopt } from '#tool/adopt/command.ts';
import type { PageParser } from '#tool/build/page-parser.ts';
import { contextOf } from '#tool/lint/link-table.ts';
import type { Terminal } from '#tool/terminal.ts';

const here: PageParser = {
  parse: async ({ text, file }, table) => parsePage(text, contextOf(table, file)),
  close: async () => undefined,
};

let dir = '';
let from = '';
let out = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'satchel-adopt-command-'));
  from = join(dir, 'from');
  out = join(dir, 'out');
  await mkdir(from);
  await writeFile(join(from, 'a.md'), '# A\n\n!!! tip "B"\n    Text.\n');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; lines: string[]; json: unknown }> {
  const lines: string[] = [];
  let json: unknown;
  const terminal: Terminal = {
    line: (text) => void lines.push(text),
    note: (text) => void lines.push(text),
    json: (value) => {
      json = value;
    },
    progress: () => undefined,
  };
  return { code: await runAdopt(args, terminal, () => here), lines, json };
}

const usual = (): string[] => [from, '--id', 'cats', '--title', 'Cats', '--out', out];

describe('satchel adopt', () => {
  test('says what it did, line by line, and how much', async () => {
    const { code, lines } = await run(...usual());
    expect(code).toBe(0);
    expect(lines).toEqual([
      'a.md:3 admonition: !!! tip "B" — made a box',
      'admonition: 1',
      `${out}: 1 page, 0 pictures, 0 links mapped, 1 note.`,
    ]);
    expect(await readFile(join(out, 'pages', 'a.md'), 'utf8')).toBe(
      '---\nid: a\ntitle: A\nsource_path: a.md\n---\n\n:::tip[B]\nText.\n:::\n',
    );
  });

  test('as JSON: the report alone', async () => {
    const { lines, json } = await run(...usual(), '--json');
    expect(lines).toEqual([]);
    expect(json).toMatchObject({ pages: 1, images: 0, links: 0, counts: { admonition: 1 }, out });
  });

  test('adopting again leaves nothing of the last time', async () => {
    await run(...usual());
    await rm(join(from, 'a.md'));
    await writeFile(join(from, 'b.md'), '# B');
    await run(...usual());
    expect(await readdir(join(out, 'pages'))).toEqual(['b.md']);
  });

  test.each([
    ['an id that is none', '--id takes', ['--id', 'Not An Id']],
    ['a day that is none', '--created takes', ['--created', '2026-02-30']],
    ['no title', '--title is missing', ['--title', ' ']],
  ])('refuses %s and writes nothing', async (_name, sentence, more) => {
    await expect(run(...usual(), ...more)).rejects.toThrow(sentence);
    expect(await readdir(dir)).toEqual(['from']);
  });

  test('refuses a folder that holds something else', async () => {
    await mkdir(join(out, 'mine'), { recursive: true });
    await expect(run(...usual())).rejects.toThrow('holds something else');
    expect(await readdir(out)).toEqual(['mine']);
  });

  test.each([
    ['itself', ''],
    ['a folder in it', 'deeper/out'],
  ])('refuses to write into %s', async (_name, inside) => {
    await expect(run(from, '--id', 'a', '--title', 'A', '--out', join(from, inside))).rejects.toThrow(
      'is in the folder',
    );
    expect(await readdir(from)).toEqual(['a.md']);
  });

  test('refuses a folder that is not there', async () => {
    await expect(run(join(dir, 'no'), '--id', 'a', '--title', 'A', '--out', out)).rejects.toThrow('is not a folder');
  });
});
