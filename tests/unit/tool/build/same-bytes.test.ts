import { cp, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { ROOT } from '#support/source-files.ts';
import { type BuildEffects, buildEffects, makePack } from '#tool/build/build-pack.ts';
import type { PageParser } from '#tool/build/page-parser.ts';
import { contextOf } from '#tool/lint/link-table.ts';
import { diskWalk } from '#tool/lint/walk.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let starter = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  starter = join(folder.path, 'starter');
  await cp(join(ROOT, 'content/engage-early'), starter, { recursive: true });
});
afterAll(() => folder.remove());

/** Parses in this thread, each page after a while. */
const slowly = (ms: () => number): (() => PageParser) => {
  return () => ({
    parse: async ({ text, file, lang }, table) => {
      await wait(ms());
      return parsePage(text, contextOf(table, file, lang));
    },
    close: async () => undefined,
  });
};

const { check } = buildEffects;
const inThread: BuildEffects = { ...buildEffects, check: { ...check, parser: slowly(() => 0) } };

/** All that lies on a carrier, name by name. */
async function made(dir: string, effects: BuildEffects = inThread): Promise<readonly string[]> {
  const { made: pack, findings } = await makePack(dir, effects);
  if (pack === undefined) throw new Error(JSON.stringify(findings));
  return [pack.hash, ...pack.entries.map(({ name, bytes }) => `${name} ${bytes.toString('base64')}`)];
}

describe('F1 the same tree gives the same bytes', () => {
  test('F1 whatever the order in which the disk names its files and the pages are done', async () => {
    // Names that another language sorts in another order.
    const names = ['i-1', 'I-2', 'j', 'ch', 'cz', 'z', 'ä', 'a\u0308b', 'ö', 'Zz'];
    const page = (id: string) => `${String(sourceFiles['pages/second.md'])}`.replace('id: second', `id: ${id}`);
    const pages = names.map((name, at) => [`pages/${name}.md`, page(`more-${at}`)] as const);
    const lint = 'lint: {id-file-name: off}\n';
    const settings = { 'pack.yaml': `${String(sourceFiles['pack.yaml'])}${lint}` };
    const many = await writeSource(join(folder.path, 'many'), {
      ...sourceFiles,
      ...settings,
      ...Object.fromEntries(pages),
    });
    const expected = await made(many);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(3)), fc.infiniteStream(fc.nat(1_000)), async (waits, order) => {
        const list: typeof diskWalk.list = async (dir) => {
          const entries = (await diskWalk.list(dir)).map((entry) => ({ entry, at: Number(order.next().value) }));
          return entries.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
        };
        const effects: BuildEffects = {
          ...buildEffects,
          check: {
            ...check,
            parser: slowly(() => Number(waits.next().value)),
            lint: { ...check.lint, list },
          },
        };
        expect(await made(many, effects)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test('F1 whenever it was checked out, and with the line endings that Windows gives it', async () => {
    const expected = await made(starter);
    const other = join(folder.path, 'other');
    for (const name of await readdir(starter, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const path = join(name.parentPath, name.name);
      const to = join(other, path.slice(starter.length));
      await mkdir(dirname(to), { recursive: true });
      const isText = /\.(?:md|yaml|json|svg)$/.test(name.name);
      const bytes = await readFile(path);
      await writeFile(to, isText ? bytes.toString('utf8').replaceAll('\n', '\r\n') : bytes, { mode: 0o640 });
      await utimes(to, 86_400, 86_400);
    }
    const found = await made(other);
    expect(found.length).toBe(expected.length);
    expect(found.filter((line) => !expected.includes(line)).map((line) => line.slice(0, 90))).toEqual([]);
  }, 60_000);
});
