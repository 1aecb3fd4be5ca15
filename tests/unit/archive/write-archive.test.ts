import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import type { ArchiveRules } from '#archive/rules.ts';
import { type ArchiveFile, archiveBytes } from '#archive/write-archive.ts';
import { LIMITS } from '#domain/limits.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { sha256 } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const most = 50_000_000;
const RULES: ArchiveRules = {
  limits: { file: most, entries: 100, directory: most, expanded: most, ratio: LIMITS.blobRatio },
  names: [],
  oldLetters: false,
  caseTwins: false,
};

async function opened(files: readonly ArchiveFile[]): Promise<Archive> {
  return openArchive(await folder.write('written.zip', await buffer(archiveBytes(files))), RULES);
}

const words = Buffer.from(Array.from({ length: 5_000 }, (_, at) => `word ${at * 7_919}`).join(' '));
const FILES: readonly ArchiveFile[] = [
  { name: 'a/words.md', content: words, deflated: true },
  { name: 'a/words.br', content: words },
  { name: 'b/later.png', content: async () => Readable.from([words]), size: words.length },
  { name: 'b/long.gz', content: async () => Readable.from([words, words]) },
];

test('what was written is read, as it was asked for', async () => {
  const archive = await opened(FILES);
  expect(archive.entries.map(({ name, isStored, size }) => [name, isStored, size])).toEqual([
    ['a/words.md', false, words.length],
    ['a/words.br', true, words.length],
    ['b/later.png', true, words.length],
    ['b/long.gz', true, words.length * 2],
  ]);
  for (const entry of archive.entries.slice(0, 3)) {
    expect((await archive.read(entry)).equals(words)).toBe(true);
    expect(await archive.digest(entry)).toBe(sha256(words));
  }
  await archive.close();
});

test('the same files give the same bytes', async () => {
  const [one, two] = [await buffer(archiveBytes(FILES)), await buffer(archiveBytes(FILES))];
  expect(one.equals(two)).toBe(true);
});

test('what would be taken for a bomb is stored', async () => {
  const same = Buffer.alloc(1_000_000, 'a');
  const archive = await opened([{ name: 'same.md', content: same, deflated: true }]);
  expect(archive.entries.map(({ isStored }) => isStored)).toEqual([true]);
  await archive.close();
});

test('a file that cannot be given, or is not as long as was said, breaks it off', async () => {
  const failing = [{ name: 'a', content: () => Promise.reject(new Error('gone')) }];
  await expect(buffer(archiveBytes(failing))).rejects.toThrow('gone');
  const short = [{ name: 'a', size: 10, content: async () => Readable.from([Buffer.from('short')]) }];
  await expect(buffer(archiveBytes(short))).rejects.toThrow();
});

test('a file that is larger than one step is digested whole', async () => {
  const large = randomBytes(3_500_000);
  const archive = await opened([{ name: 'large', content: large }]);
  const [entry] = archive.entries;
  expect(entry && (await archive.digest(entry))).toBe(sha256(large));
  await archive.close();
});
