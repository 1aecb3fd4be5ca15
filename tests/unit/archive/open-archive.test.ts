import { type FileHandle, open } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Archive, type ArchiveEffects, openArchive } from '#archive/open-archive.ts';
import { type ArchiveRefusal, ArchiveRefused } from '#archive/refusal.ts';
import type { ArchiveLimits, ArchiveRules } from '#archive/rules.ts';
import { type ForgedEntry, forgeZip, temporaryFolder } from '#support/make-pack.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const rules = (limits: Partial<ArchiveLimits> = {}): ArchiveRules => ({
  limits: { file: 10_000, entries: 10, directory: 10_000, expanded: 10_000, ratio: 10, ...limits },
  names: [],
  oldLetters: false,
  caseTwins: false,
});

const ENTRIES: readonly ForgedEntry[] = ['a/b.md', 'c.md'].map((name) => ({ name, bytes: Buffer.alloc(100, 'x') }));
const RIGHT = forgeZip(ENTRIES);

/** Opened and no more: what content would say is not asked. */
async function refusal(bytes: Uint8Array, limits: Partial<ArchiveLimits>): Promise<ArchiveRefusal | null> {
  try {
    const archive = await openArchive(await folder.write('a.zip', bytes), rules(limits));
    await archive.close();
    return null;
  } catch (error) {
    if (error instanceof ArchiveRefused) return error.refusal;
    throw error;
  }
}

const directory = ENTRIES.reduce((sum, { name }) => sum + 46 + name.length, 0);

test.each<readonly [keyof ArchiveLimits, number, ArchiveRefusal]>([
  ['file', RIGHT.length, { why: 'too-large', limit: RIGHT.length - 1 }],
  ['entries', 2, { why: 'unsafe', reason: 'too-many-entries' }],
  ['directory', directory, { why: 'too-large', limit: directory - 1 }],
  ['expanded', 200, { why: 'too-large', limit: 199 }],
])('whoever opens it says how much it may be: %s', async (limit, most, expected) => {
  expect(await refusal(RIGHT, { [limit]: most })).toBeNull();
  expect(await refusal(RIGHT, { [limit]: most - 1 })).toEqual(expected);
});

test('sizes that lie are told from the directory, before a byte of content is read', async () => {
  const lying = (lie: Partial<ForgedEntry>): Buffer => forgeZip(ENTRIES.map((entry) => ({ ...entry, ...lie })));
  expect(await refusal(lying({ size: 99 }), {})).toEqual({ why: 'unsafe', reason: 'size-lie' });
  expect(await refusal(lying({ method: 8, size: 1_001 }), {})).toEqual({ why: 'unsafe', reason: 'ratio' });
  expect(await refusal(lying({ method: 8, size: 1_000 }), {})).toBeNull();
});

test('a directory that breaks off tells the names before', async () => {
  expect(await refusal(forgeZip(ENTRIES, { count: 3 }), {})).toEqual({ why: 'directory', names: ['a/b.md', 'c.md'] });
});

test('a refused file is closed again', async () => {
  const handles: FileHandle[] = [];
  const effects: ArchiveEffects = {
    open: async (path) => {
      const handle = await open(path, 'r');
      handles.push(handle);
      return handle;
    },
  };
  for (const bytes of [Buffer.from('text'), forgeZip(ENTRIES, { count: 1 })]) {
    await expect(openArchive(await folder.write('b.zip', bytes), rules(), effects)).rejects.toThrow(ArchiveRefused);
  }
  expect(handles.map(({ fd }) => fd)).toEqual([-1, -1]);
});

test('an entry of another archive is a bug', async () => {
  const path = await folder.write('c.zip', RIGHT);
  const [one, two]: readonly Archive[] = [await openArchive(path, rules()), await openArchive(path, rules())];
  const [entry] = two?.entries ?? [];
  await expect(entry ? one?.read(entry) : null).rejects.toThrow(TypeError);
  await one?.close();
  await two?.close();
});
