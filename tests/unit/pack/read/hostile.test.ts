import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants, crc32, createBrotliCompress } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import { compressBlob, expandBlob, sha256 } from '#pack/blob.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import {
  type ForgedEntry,
  forgeZip,
  makeEntries,
  makePack,
  pageBody,
  pageFile,
  sampleFiles,
  temporaryFolder,
} from '#support/make-pack.ts';
import { refusal, takePack } from './outcome.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let right: readonly PackEntry[];
beforeAll(async () => {
  folder = await temporaryFolder();
  right = await makeEntries();
});
afterAll(() => folder.remove());

const outcomeOf = async (bytes: Uint8Array) => takePack(await folder.write('forged.satchel', bytes));
const refusalOf = async (bytes: Uint8Array): Promise<string> => refusal(await outcomeOf(bytes));

/** A right pack with one more entry. */
const withEntry = (entry: Partial<ForgedEntry>): Buffer =>
  forgeZip([...right, { name: 'a.md', bytes: Buffer.from('x'), ...entry }]);

/** A right pack with its entries changed. */
const changed = (change: (entry: PackEntry, at: number) => ForgedEntry | null): Buffer =>
  forgeZip(right.flatMap((entry, at) => change(entry, at) ?? []));

const isManifest = ({ name }: PackEntry): boolean => name.startsWith('targets/');

/** A pack whose manifest was changed and named by its new hash, as someone who wants to deceive would do. */
async function withManifest(change: (manifest: Manifest) => unknown, spell = canonicalJson): Promise<Buffer> {
  const bytes = right.find(isManifest)?.bytes ?? Buffer.alloc(0);
  const text = Buffer.from(spell(change(JSON.parse(bytes.toString()))));
  return forgeZip([
    ...right.filter((entry) => !isManifest(entry)),
    { name: manifestEntryName('test-pack', sha256(text)), bytes: text },
  ]);
}

describe('F2 names', () => {
  test.each(['a.md', 'blobs/', 'blobs/00/x.br', `blobs/00/${'f'.repeat(64)}.br`, 'x'.repeat(300), 'metadata/a/b.json'])(
    'F2 %s is a file that nobody listed',
    async (name) => {
      expect(await refusalOf(withEntry({ name }))).toBe('pack-unsafe unlisted-file');
    },
  );

  test('F2 a name of a pack in other letters is its twin', async () => {
    const name = right[0]?.name ?? '';
    expect(await refusalOf(withEntry({ name: name.toUpperCase() }))).toBe('pack-unsafe duplicate');
  });
});

describe('F2 sizes', () => {
  test('F2 a blob that swells: the ratio is seen before it is expanded', async () => {
    const bomb = brotliCompressSync(Buffer.alloc(1_000_000));
    const blob = right.find(({ name }) => name.startsWith('blobs/'));
    expect(await refusalOf(changed((entry) => (entry === blob ? { ...entry, bytes: bomb } : entry)))).toMatch(/^pack-/);
    const body = pageFile(pageBody('bomb', 'a'.repeat(1_000_000)));
    const entries = await makeEntries([body]);
    const swelling = entries.map((entry) =>
      isManifest(entry) ? entry : { ...entry, bytes: brotliCompressSync(body.bytes) },
    );
    expect(await refusalOf(forgeZip(swelling))).toBe('pack-unsafe ratio');
  });

  test('F2 a bomb of 300 MB is not expanded beyond its listed size', async () => {
    const encoder = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
    const zeros = Buffer.alloc(10_000_000);
    const bomb = await buffer(Readable.from(Array(30).fill(zeros)).pipe(encoder));
    const before = process.resourceUsage().maxRSS;
    const listed = { sha256: 'f'.repeat(64), size: bomb.length * 90 };
    await expect(expandBlob(bomb, listed, 'x.satchel', 'p')).rejects.toMatchObject({
      problem: { code: 'pack-unsafe', reason: 'size-lie' },
    });
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000);
  });

  test('F2 a blob that is more, or less, than its listed size', async () => {
    for (const by of [-1, 1, -500, 100_000]) {
      const bytes = await withManifest((manifest) => ({
        ...manifest,
        files: manifest.files.map((file) => ({ ...file, size: Math.max(0, file.size + by) })),
      }));
      expect(await refusalOf(bytes)).toMatch(/^pack-unsafe (size-lie|ratio)$/);
    }
  });
});

describe('F2 content', () => {
  test('F2 one changed byte in each entry', async () => {
    for (const [at, { bytes }] of right.entries()) {
      for (const place of [0, bytes.length >> 1, bytes.length - 1]) {
        const spoilt = Buffer.from(bytes);
        spoilt[place] = (spoilt[place] ?? 0) ^ 4;
        const spoil = (crc: number): Buffer =>
          changed((entry, here) => (here === at ? { ...entry, bytes: spoilt, crc } : entry));
        expect(await refusalOf(spoil(crc32(bytes)))).toBe('pack-damaged');
        // With the CRC mended: refused, or a bit that brotli does not use.
        const mended = await outcomeOf(spoil(crc32(spoilt)));
        if (!('problem' in mended)) expect(mended.parts).toEqual((await outcomeOf(forgeZip(right))).parts);
      }
    }
  });

  test('F2 cut at every twentieth', async () => {
    const whole = forgeZip(right);
    for (let step = 0; step < 20; step += 1) {
      const cut = whole.subarray(0, Math.floor((whole.length * step) / 20));
      expect(await refusalOf(cut)).toBe('pack-truncated');
    }
    expect(await refusalOf(whole.subarray(0, whole.length - 1))).toBe('pack-truncated');
    expect(await refusalOf(Buffer.concat([whole, Buffer.from('more')]))).toMatch(/^pack-/);
  });

  test('F2 a missing blob, a blob too many', async () => {
    const blob = right.findIndex(({ name }) => name.startsWith('blobs/'));
    expect(await refusalOf(changed((entry, at) => (at === blob ? null : entry)))).toBe('pack-damaged');
    const bytes = Buffer.from('unlisted');
    const name = blobEntryName(sha256(bytes));
    expect(await refusalOf(withEntry({ name, bytes: await compressBlob(bytes, 'application/json') }))).toBe(
      'pack-unsafe unlisted-file',
    );
  });

  test.each([
    [8, 'pack-damaged'],
    [50_000, 'pack-unsafe size-lie'],
  ])('F2 %d bytes that hide behind the end of a blob', async (more, expected) => {
    for (const { name } of right.filter((entry) => !isManifest(entry))) {
      const tail = Buffer.alloc(more, 'hidden');
      const bytes = changed((entry) =>
        entry.name === name ? { ...entry, bytes: Buffer.concat([entry.bytes, tail]) } : entry,
      );
      expect(await refusalOf(bytes)).toBe(expected);
    }
  });

  test('F2 a blob in the folder of another hash', async () => {
    const moved = (name: string): string =>
      name.replace(/^blobs\/(..)/, (_, two) => `blobs/${two === '00' ? '01' : '00'}`);
    const bytes = changed((entry) => ({ ...entry, name: moved(entry.name) }));
    expect(await refusalOf(bytes)).toBe('pack-unsafe unlisted-file');
  });

  test('F2 no manifest, two manifests, one whose name is not its hash, one in the folder of another pack', async () => {
    expect(await refusalOf(changed((entry) => (isManifest(entry) ? null : entry)))).toBe('not-a-pack');
    const other = (await makeEntries(sampleFiles(1))).find(isManifest);
    expect(await refusalOf(forgeZip(other ? [...right, other] : []))).toBe('pack-damaged');
    const named = (name: string): Buffer => changed((entry) => (isManifest(entry) ? { ...entry, name } : entry));
    expect(await refusalOf(named(manifestEntryName('test-pack', 'f'.repeat(64))))).toBe('pack-damaged');
    const manifest = right.find(isManifest);
    expect(await refusalOf(named(manifest?.name.replace('test-pack', 'other') ?? ''))).toBe('pack-damaged');
  });

  test('F2 a newer format is told before anything else of it is read', async () => {
    const outcome = await outcomeOf(await withManifest(() => ({ format: 7, everything: 'else differs' })));
    expect(outcome).toMatchObject({ problem: { code: 'pack-too-new', format: 7, file: 'forged.satchel' } });
  });

  test.each<[string, (manifest: Manifest) => unknown, string]>([
    ['no pages', (manifest) => ({ ...manifest, files: manifest.files.filter(({ kind }) => kind !== 'page') }), 'pack-'],
    ['format 0', (manifest) => ({ ...manifest, format: 0 }), 'pack-damaged'],
    ['format as text', (manifest) => ({ ...manifest, format: '2' }), 'pack-damaged'],
    ['a list', () => [], 'pack-damaged'],
    ['null', () => null, 'pack-damaged'],
    ['an id that is a path', (manifest) => ({ ...manifest, id: '../x' }), 'pack-damaged'],
    ['no marking', ({ marking: _, ...rest }) => rest, 'pack-damaged'],
    [
      'a page without an id',
      (manifest) => ({ ...manifest, files: manifest.files.map(({ page: _, ...file }) => file) }),
      'pack-damaged',
    ],
    [
      'sections of another page',
      (manifest) => ({
        ...manifest,
        files: manifest.files.map((file) => (file.kind === 'page' ? { ...file, sections: ['x'] } : file)),
      }),
      'pack-damaged',
    ],
    [
      'a page that is a picture',
      (manifest) => ({
        ...manifest,
        files: manifest.files.map((file) => (file.kind === 'page' ? { ...file, type: 'image/svg+xml' } : file)),
      }),
      'pack-damaged',
    ],
    [
      'two files of one path',
      (manifest) => ({ ...manifest, files: manifest.files.map((file) => ({ ...file, path: 'pages/one.md' })) }),
      'pack-unsafe duplicate',
    ],
    [
      'two pages of one id',
      (manifest) => ({
        ...manifest,
        files: manifest.files.map((file) => (file.kind === 'page' ? { ...file, page: 'one' } : file)),
      }),
      'pack-unsafe duplicate',
    ],
    [
      'a page larger than any',
      (manifest) => ({ ...manifest, files: manifest.files.map((file) => ({ ...file, size: 1e9 })) }),
      'pack-',
    ],
  ])('F2 a manifest with %s', async (_, change, expected) => {
    expect(await refusalOf(await withManifest(change))).toMatch(expected);
  });

  test('F2 an empty pack', async () => {
    expect(await refusalOf(await makePack([]))).toBe('pack-empty');
  });

  test('F2 a manifest with a key that JavaScript knows', async () => {
    const text = (manifest: Manifest): string => canonicalJson(manifest).replace('{', '{"__proto__":{"polluted":1},');
    const outcome = await outcomeOf(await withManifest(text, String));
    expect(JSON.stringify(outcome)).not.toContain('polluted');
    expect('polluted' in {}).toBe(false);
  });

  test('F2 a manifest spelt in another way, with a key twice, or nested without end', async () => {
    const spaced = (value: unknown): string => JSON.stringify(value, null, 1);
    expect(await refusalOf(await withManifest((manifest) => manifest, spaced))).toBe('pack-damaged');
    const twice = await withManifest(
      (manifest) => manifest,
      (value) => canonicalJson(value).replace('{', '{"format":1,'),
    );
    expect(await refusalOf(twice)).toBe('pack-damaged');
    const deep = await withManifest(
      (manifest) => manifest,
      (value) => canonicalJson(value).replace('{', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)},`),
    );
    expect(await refusalOf(deep)).toBe('pack-damaged');
  });

  test.each<[string, string]>([
    ['is not JSON', '{'],
    ['is not UTF-8', 'latin1:{"a":"\u00ff"}'],
    ['is not a page', '{"sections":[]}'],
    ['is nested without end', `{"meta":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('F2 a page that %s', async (_, text) => {
    const bytes = text.startsWith('latin1:') ? Buffer.from(text.slice(7), 'latin1') : Buffer.from(text);
    const spoilt = { ...pageFile(pageBody('page-1')), bytes };
    expect(await refusalOf(await makePack([spoilt]))).toBe('pack-damaged');
  });

  test('F2 a page with a day that no calendar has', async () => {
    const { meta, ...rest } = pageBody('page-1');
    const odd = (facts: Partial<typeof meta>) => makePack([pageFile({ ...rest, meta: { ...meta, ...facts } })]);
    expect(await refusalOf(await odd({ reviewed: '2026-02-30' }))).toBe('pack-damaged');
    expect(await refusalOf(await odd({ checkBy: '2026-99-99' }))).toBe('pack-damaged');
  });

  test('F2 a page that is two lines, which would be two pages on the way', async () => {
    const right = pageFile(pageBody('page-1'));
    const bytes = Buffer.from(Buffer.from(right.bytes).toString().replace('{', '{\n'));
    expect(await refusalOf(await makePack([{ ...right, bytes }]))).toBe('pack-damaged');
  });

  test('F2 a page that is another page', async () => {
    const other = { ...pageFile(pageBody('page-1')), page: 'page-2' };
    expect(await refusalOf(await makePack([other]))).toBe('pack-damaged');
    const moved = { ...pageFile(pageBody('page-1')), path: 'pages/page-2.md' };
    expect(await refusalOf(await makePack([moved]))).toBe('pack-damaged');
  });
});
