import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PackPart } from '#domain/pack/pack-part.ts';
import type { PageBody } from '#domain/pack/page.ts';
import { parsePage } from '#markdown/parse.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { PNG, temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { bundleTool, type Tool } from '#support/tool.ts';
import { type BuildEffects, buildEffects, buildPack } from '#tool/build/build-pack.ts';
import type { PageParser } from '#tool/build/page-parser.ts';
import { contextOf } from '#tool/lint/link-table.ts';

/** Parses in this thread. */
const inline = (): PageParser => ({
  parse: async ({ text, file, lang }, table) => parsePage(text, contextOf(table, file, lang)),
  close: async () => undefined,
});
const effects: BuildEffects = { ...buildEffects, check: { ...buildEffects.check, parser: inline } };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;
let dir = '';
let out = '';
beforeAll(async () => {
  folder = await temporaryFolder();
});
beforeEach(() => {
  count += 1;
  dir = join(folder.path, `source-${count}`);
  out = join(folder.path, `out-${count}`);
});
afterAll(() => folder.remove());

async function built(changes: Readonly<Record<string, string | Uint8Array | null>> = {}) {
  await writeSource(dir, { ...sourceFiles, ...changes });
  return buildPack(dir, { out, tree: false }, effects);
}

async function partsOf(file: string): Promise<readonly PackPart[]> {
  const opened = await openPack(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  const parts: PackPart[] = [];
  for await (const part of opened.value.parts()) parts.push(part);
  await opened.value.close();
  return parts;
}

const pagesOf = (parts: readonly PackPart[]): readonly PageBody[] =>
  parts.flatMap((part) =>
    part.part === 'pages'
      ? Buffer.from(part.bytes)
          .toString()
          .trimEnd()
          .split('\n')
          .map((line): PageBody => JSON.parse(line))
      : [],
  );

describe('a pack folder', () => {
  test('becomes one file that holds its pages, its picture and its glossary', async () => {
    const { built: made, findings } = await built();
    expect(findings).toEqual([]);
    expect(made).toMatchObject({ file: join(out, 'small-pack-2026.11.satchel'), pages: 2, sections: 4, images: 1 });
    const parts = await partsOf(made?.file ?? '');
    expect(parts.find((part) => part.part === 'images')?.images).toMatchObject([{ type: 'image/png', bytes: PNG }]);
    const glossary = parts.find((part) => part.part === 'glossary');
    expect(glossary && JSON.parse(Buffer.from(glossary.bytes).toString())).toMatchObject([{ term: 'OBC' }]);
    const manifest = parts[0]?.part === 'manifest' ? parts[0].manifest : undefined;
    expect(manifest).toMatchObject({
      ...{ id: 'small-pack', release: 3, version: '2026.11', created: '2026-11-23', marking: 'OFFICIAL' },
      redirects: [{ from: 'very-first', to: 'first' }],
    });
    expect(manifest?.files.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'glossary data/glossary.json',
      'image images/dot.png',
      'page pages/first.md',
      'page pages/second.md',
      'queries queries.json',
    ]);
  });

  test('keeps the facts of a page, its links and its sections', async () => {
    const { built: made } = await built();
    const [first, second] = pagesOf(await partsOf(made?.file ?? ''));
    expect(first?.meta).toMatchObject({
      ...{ id: 'first', path: 'pages/first.md', title: 'The first page', stage: ['shape'], checkBy: '2036-11-01' },
      extra: { colour: { of: ['the', 'fence'] } },
    });
    expect(first?.sections.map(({ id, heading, level }) => [id, heading, level])).toEqual([
      ['', 'The first page', 1],
      ['a-table', 'A table', 2],
    ]);
    const tree = JSON.stringify(first?.tree);
    expect(tree).toContain('"href":"page:second#what-follows"');
    expect(tree).toMatch(/"src":"blob\/[0-9a-f]{64}"/);
    expect(tree).toContain('"width":1');
    expect(second?.sections[0]?.text).toContain('Mae’r tŷ yn wyrdd');
    expect(second?.meta.words).toBeGreaterThan(10);
  });

  test('source_path is what the pack remembers of an adopted page', async () => {
    const text = String(sourceFiles['pages/second.md']).replace(
      'order: 2',
      'order: 2\nsource_path: content/två/second.md',
    );
    const { built: made } = await built({ 'pages/second.md': text });
    const paths = pagesOf(await partsOf(made?.file ?? '')).map(({ meta }) => meta.path);
    expect(paths).toEqual(['content/två/second.md', 'pages/first.md']);
  });

  test('leaves out a picture that no page shows', async () => {
    const { built: made, findings } = await built({ 'images/other.png': Buffer.concat([PNG, Buffer.from([0])]) });
    expect(findings.map(({ rule }) => rule)).toContain('unused-image');
    expect(made?.images).toBe(1);
  });

  test('with an error is not written, and an earlier file stays as it was', async () => {
    const first = await built();
    const before = await readFile(first.built?.file ?? '');
    const { built: made, findings } = await built({ 'pages/third.md': '---\nid: first\ntitle: Again\n---\n\nText.\n' });
    expect(made).toBeUndefined();
    expect(findings.some(({ level }) => level === 'error')).toBe(true);
    expect((await readFile(first.built?.file ?? '')).equals(before)).toBe(true);
    expect(await readdir(out)).toEqual(['small-pack-2026.11.satchel']);
  });

  test('that cannot be written leaves nothing behind', async () => {
    await folder.write('in-the-way', 'x');
    await writeSource(dir);
    const inside = buildPack(dir, { out: join(folder.path, 'in-the-way', 'deeper'), tree: false }, effects);
    await expect(inside).rejects.toThrow('could not be written: a part of the path is a file.');
    await writeSource(join(out, 'small-pack-2026.11.satchel'), { 'x.md': 'a folder of that name' });
    await expect(buildPack(dir, { out, tree: false }, effects)).rejects.toThrow('there is a folder of that name');
    expect(await readdir(out)).toEqual(['small-pack-2026.11.satchel']);
  });

  test('with --tree is also a folder of the same files', async () => {
    await writeSource(dir);
    await buildPack(dir, { out, tree: true }, effects);
    const names = await readdir(join(out, 'small-pack-2026.11'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.br'))).toHaveLength(5);
    expect(names.filter((name) => name.endsWith('.pack.json'))).toHaveLength(1);
  });

  test('with a page over the limits keeps that page as text, with the reason', async () => {
    const long = `---\nid: long\ntitle: Long\nsummary: Long.\n---\n\n${'Many words. '.repeat(60_000)}`;
    const settings = `${String(sourceFiles['pack.yaml'])}lint: {page-limits: warning}\n`;
    const { built: made } = await built({ 'pages/long.md': long, 'pack.yaml': settings });
    const page = pagesOf(await partsOf(made?.file ?? '')).find(({ meta }) => meta.id === 'long');
    expect(page).toMatchObject({ unshown: 'too-large', sections: [{ id: '', heading: 'Long' }] });
    expect(page?.tree).toBeUndefined();
  });

  test('whose version is not a file name still gets one', async () => {
    const settings = String(sourceFiles['pack.yaml']).replace('"2026.11"', '"../2026 11/é"');
    const { built: made } = await built({ 'pack.yaml': settings });
    expect(made?.file).toBe(join(out, 'small-pack-2026-11.satchel'));
  });
});

describe('F1 the same folder gives the same bytes', () => {
  let tool: Tool;
  beforeAll(async () => {
    tool = await bundleTool();
  }, 60_000);
  afterAll(() => tool.remove());

  test('F1 in another zone, language, folder and order of files', { timeout: 120_000 }, async () => {
    const places = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'cy_GB.UTF-8', LC_ALL: 'cy_GB.UTF-8' },
    ];
    const results: { readonly sha256: string; readonly bytes: Buffer }[] = [];
    for (const [at, env] of places.entries()) {
      const entries = Object.entries(sourceFiles);
      const ordered = at % 2 === 0 ? entries : entries.reverse();
      const place = await writeSource(join(folder.path, `place-${at}`, 'deep'.repeat(at)), Object.fromEntries(ordered));
      const target = join(folder.path, `made-${at}`);
      const cwd = at === 1 ? place : folder.path;
      const ran = await tool.run(['build', at === 1 ? '.' : place, '--out', target, '--json'], { cwd, env });
      expect(ran.err).toBe('');
      const { file, sha256 } = JSON.parse(ran.out) as { file: string; sha256: string };
      results.push({ sha256, bytes: await readFile(file) });
    }
    expect(new Set(results.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(results.every(({ bytes }) => bytes.equals(results[0]?.bytes ?? Buffer.alloc(0)))).toBe(true);
  });

  test('F1 and no time or place of the making is in them', async () => {
    const { built: made } = await built();
    const bytes = await readFile(made?.file ?? '');
    for (const secret of [folder.path, process.cwd()]) expect(bytes.includes(secret)).toBe(false);
    // 1980-01-01 00:00:00 in every header.
    for (let at = bytes.indexOf('PK\u0003\u0004'); at !== -1; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
      expect(bytes.readUInt32LE(at + 10)).toBe(0x0021_0000);
    }
  });
});

describe('B27 a release beside those before it', () => {
  const settings = (changes: Readonly<Record<string, string>>): Record<string, string> => {
    const text = String(sourceFiles['pack.yaml']);
    return {
      'pack.yaml': text.replace(/^(\w+): .*$/gm, (line, key) => (key in changes ? `${key}: ${changes[key]}` : line)),
    };
  };

  test('B27 another content of the same release is said, the same content is not', async () => {
    expect((await built()).warnings).toEqual([]);
    expect((await built()).warnings).toEqual([]);
    const { warnings, built: made } = await built({
      'pages/first.md': `${sourceFiles['pages/first.md']}\nOne more.\n`,
    });
    expect(warnings).toEqual([
      `${made?.file} was release 3 with another content. Raise "release" in pack.yaml: who has that one would never get this one.`,
    ]);
  });

  test('B27 also under another version, and a lower release or version', async () => {
    const first = (await built()).built?.file;
    expect((await built(settings({ version: '"2026.12"' }))).warnings).toEqual([
      `${first} was release 3 with another content. Raise "release" in pack.yaml: who has that one would never get this one.`,
    ]);
    await folder.remove();
    expect((await built()).warnings).toEqual([]);
    expect((await built(settings({ release: '2', version: '"2026.9"' }))).warnings).toEqual([
      `${first} is release 3, and this is release 2: who has that one will not get this one.`,
    ]);
    expect((await built(settings({ release: '4', version: '"2026.10"' }))).warnings).toEqual([
      `Version 2026.10 of release 4 is lower than version 2026.11 of release 3 (${first}).`,
    ]);
  });

  test('B27 a folder without a page is refused', async () => {
    const none = built({
      'pages/first.md': null,
      'pages/second.md': null,
      'queries.json': null,
      'images/dot.png': null,
    });
    await expect(none).rejects.toThrow('has no page: nothing was written');
  });
});
