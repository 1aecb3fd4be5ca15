import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '#archive/open-archive.ts';
import type { Rows, SnapshotHead } from '#domain/journal/snapshot.ts';
import { saveEverything } from '#main/notes/save-everything.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { sha256 } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pictures: { readonly folder: string; readonly names: readonly string[] };
const bytes = [randomBytes(200_000), Buffer.alloc(0)];
beforeAll(async () => {
  folder = await temporaryFolder();
  pictures = { folder: join(folder.path, 'files'), names: bytes.map(sha256) };
  await mkdir(pictures.folder);
  for (const one of bytes) await writeFile(join(pictures.folder, sha256(one)), one);
});
afterAll(() => folder.remove());

const HEAD: SnapshotHead = {
  format: 1,
  app: '0.1.0',
  made: '2026-11-23T12:00:00.000Z',
  day: '2026-11-23',
  sequence: 1,
  journal: 1,
};

async function* rows(): AsyncGenerator<Rows> {
  yield { table: 'notes', rows: [{ id: 'n1', title: 'A note' }] };
}

test('everything is one file: the document, and the pictures beside it', async () => {
  const path = join(folder.path, 'all.zip');
  await saveEverything(path, HEAD, rows(), pictures);
  const most = 1_000_000;
  const limits = { file: most, entries: 10, directory: most, expanded: most, ratio: 1 };
  const archive = await openArchive(path, { limits, names: [], oldLetters: false, caseTwins: false });
  const names = ['satchel.json.gz', ...pictures.names.map((name) => `files/${name}`)];
  expect(archive.entries.map(({ name }) => name)).toEqual(names);
  const [document, ...others] = await Promise.all(archive.entries.map((entry) => archive.read(entry)));
  expect(gunzipSync(document ?? Buffer.alloc(0)).toString()).toContain('"A note"');
  expect(others).toEqual(bytes);
  await archive.close();
});

test('a picture that is gone leaves no file, and nothing beside it', async () => {
  const path = join(folder.path, 'cut.zip');
  const gone = { ...pictures, names: [...pictures.names, 'f'.repeat(64)] };
  const before = await readdir(folder.path);
  await expect(saveEverything(path, HEAD, rows(), gone)).rejects.toMatchObject({
    problem: { code: 'home-unreadable' },
  });
  expect(await readdir(folder.path)).toEqual(before);
});

test('B1 the place that fails is named: the chosen one, or the folder that the rows come from', async () => {
  const none = { folder: '', names: [] };
  const before = await readdir(folder.path);
  await expect(saveEverything(join(folder.path, 'none/all.gz'), HEAD, rows(), none)).rejects.toMatchObject({
    problem: { code: 'file-unwritable', file: 'all.gz' },
  });
  async function* away(): AsyncGenerator<Rows> {
    yield* rows();
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  }
  for (const pictured of [none, pictures])
    await expect(saveEverything(join(folder.path, 'away'), HEAD, away(), pictured)).rejects.toMatchObject({
      problem: { code: 'home-unreadable' },
    });
  expect(await readdir(folder.path)).toEqual(before);
});
