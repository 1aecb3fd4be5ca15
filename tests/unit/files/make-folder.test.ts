import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, makeFolders, makePath } from '#files/make-folder.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'satchel-folder-'));
});
afterAll(() => rm(home, { recursive: true }));

test('a folder is made in one that stands, or stands already', async () => {
  await makeFolder(join(home, 'journal'));
  await makeFolder(join(home, 'journal'));
  await makeFolders(home, join(home, 'targets', 'packs', 'a'));
  await makeFolders(home, join(home, 'targets', 'packs', 'b'));
  expect(await readdir(join(home, 'targets', 'packs'))).toEqual(['a', 'b']);
});

test('what was taken away above it is not made anew', async () => {
  const gone = join(home, 'gone');
  await expect(makeFolder(join(gone, 'journal'))).rejects.toThrow('ENOENT');
  await expect(makeFolders(gone, join(gone, 'blobs', 'aa'))).rejects.toThrow('ENOENT');
  await mkdir(gone);
  await makeFolders(gone, join(gone, 'blobs', 'aa'));
  expect(await readdir(gone)).toEqual(['blobs']);
});

test('a path is made whole, and says where it began', async () => {
  expect(await makePath(join(home, 'a', 'b', 'c'))).toBe(join(home, 'a'));
  expect(await makePath(join(home, 'a', 'b', 'c'))).toBeUndefined();
});

test('in a folder that was taken away meanwhile it ends, and says so', async () => {
  const before = process.cwd();
  const gone = await mkdtemp(join(home, 'gone-'));
  process.chdir(gone);
  try {
    await rm(gone, { recursive: true });
    await expect(makePath(join('repo', 'metadata'))).rejects.toThrow('ENOENT');
  } finally {
    process.chdir(before);
  }
});
