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

  describe('B27 adopting again', () => {
    const page = (): string => join(out, 'pages', 'a.md');
    const settings = (): string => join(out, 'pack.yaml');
    const edit = async (file: string, change: (text: string) => string): Promise<void> =>
      writeFile(file, change(await readFile(file, 'utf8')));

    test('B27 refuses where a page was changed, names it, and writes nothing', async () => {
      await run(...usual());
      await edit(page(), (text) => `${text}\nA line by the editor.\n`);
      await writeFile(join(from, 'b.md'), '# B');
      await expect(run(...usual())).rejects.toThrow(/pages\/a\.md \(changed\)[\s\S]*Nothing was written[\s\S]*--force/);
      expect(await readFile(page(), 'utf8')).toContain('A line by the editor.');
      expect(await readdir(join(out, 'pages'))).toEqual(['a.md']);
    });

    test('B27 refuses where a page of adopt was taken away, or one of the editor stands in the way', async () => {
      await run(...usual());
      await rm(page());
      await expect(run(...usual())).rejects.toThrow('pages/a.md (taken away)');
      await run(...usual(), '--force');
      await writeFile(join(out, 'pages', 'b.md'), 'Mine.');
      await writeFile(join(from, 'b.md'), '# B');
      await expect(run(...usual())).rejects.toThrow('pages/b.md (not made by adopt)');
      expect(await readFile(join(out, 'pages', 'b.md'), 'utf8')).toBe('Mine.');
    });

    test('B27 keeps pages it did not make and what pack.yaml says, also with --force', async () => {
      await run(...usual());
      await edit(page(), (text) => `${text}\nA line by the editor.\n`);
      await writeFile(join(out, 'pages', 'mine.md'), 'Mine.');
      await writeFile(join(out, 'queries.json'), '{}');
      await edit(settings(), (text) =>
        text
          .replace('release: 1', 'release: 7 # the seventh')
          .replace('version: "1"', 'version: "2026.10"')
          .replace('publisher: Adopted', 'publisher: The team\nsummary: Words'),
      );
      const { lines } = await run(...usual(), '--force');
      expect(lines).toContain('pages/mine.md:1 kept: pages/mine.md — kept: adopt did not make it');
      expect(await readFile(join(out, 'pages', 'mine.md'), 'utf8')).toBe('Mine.');
      expect(await readFile(join(out, 'queries.json'), 'utf8')).toBe('{}');
      expect(await readFile(page(), 'utf8')).not.toContain('editor');
      const text = await readFile(settings(), 'utf8');
      for (const kept of ['release: 7 # the seventh', 'version: "2026.10"', 'publisher: The team', 'summary: Words']) {
        expect(text).toContain(kept);
      }
    });

    test('B27 what was asked for by name is written into pack.yaml; an untouched pack is brought up to date', async () => {
      await run(...usual());
      await writeFile(join(from, 'a.md'), '---\nlast_reviewed_on: 2026-01-31\n---\n# A\n\nNew words.');
      await run(...usual(), '--publisher', 'Us');
      expect(await readFile(page(), 'utf8')).toContain('New words.');
      expect(await readFile(settings(), 'utf8')).toMatch(/publisher: Us[\s\S]*created: 2026-01-31/);
    });

    test('B27 a pack that was adopted before there was a record is written over only with --force', async () => {
      await run(...usual());
      await rm(join(out, '.adopted.json'));
      await edit(page(), (text) => `${text}\nA line by the editor.\n`);
      await expect(run(...usual())).rejects.toThrow('pages/a.md');
      await run(...usual(), '--force');
    });
  });

  test('B27 a folder without a page of Markdown is refused, and nothing is written', async () => {
    await rm(join(from, 'a.md'));
    await writeFile(join(from, 'a.rst'), 'Words');
    await expect(run(...usual())).rejects.toThrow(/has no page that can be adopted.*reStructuredText/);
    expect(await readdir(dir)).toEqual(['from']);
  });
});
