import { expect, test } from 'vitest';
import { openKeeper } from '#main/notes/keeper.ts';
import { diskError, FakeDisk } from '#support/fake-disk.ts';

const folders = { journal: '/h/journal', files: '/h/files' };
const now = () => new Date('2026-11-23T12:00:00Z');
const none = { heads: async () => [] };
const keeperAt = (disk: FakeDisk) => openKeeper(folders, none, { disk, now });
const draft = (rev: number) => ({ note: 'n', rev: String(rev), parent: null, op: 'put' as const, fields: { rev } });
const hash = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
const bytes = new Uint8Array([1, 2, 3]);

test('what was kept is there after a power cut', async () => {
  const disk = new FakeDisk();
  const keeper = keeperAt(disk);
  await keeper.keep([draft(1), draft(2)]);
  expect(await keeper.keepFile(bytes)).toBe(hash);
  const after = keeperAt(disk.afterPowerCut());
  expect(await after.overview()).toEqual({
    heads: [{ note: 'n', rev: '2', op: 'put', held: false }],
    last: '2026-11-23T12:00:00.000Z',
    damaged: 0,
  });
  expect(await after.entries(['n'])).toMatchObject([{ rev: '2', fields: { rev: 2 } }]);
  expect(await after.readFile(hash)).toEqual(bytes);
});

test('a file that is not what it was is none', async () => {
  const disk = new FakeDisk();
  const keeper = keeperAt(disk);
  await keeper.keepFile(bytes);
  disk.put(`/h/files/${hash}`, new Uint8Array([1, 2, 4]));
  expect(await keeper.readFile(hash)).toBeNull();
  expect(await keeper.readFile('0'.repeat(64))).toBeNull();
});

test('B12 a copy that rotted, whatever its size, or that the disk does not give is written again', async () => {
  const disk = new FakeDisk();
  const keeper = keeperAt(disk);
  await keeper.keepFile(bytes);
  disk.put(`/h/files/${hash}`, new Uint8Array([1, 2, 4]));
  expect(await keeper.keepFile(bytes)).toBe(hash);
  expect(await keeper.readFile(hash)).toEqual(bytes);
  disk.put(`/h/files/${hash}`, new Uint8Array([1, 2, 4]));
  disk.before = (_, name, path) => {
    if (name === 'read' && path.endsWith(hash)) throw diskError('EIO');
  };
  expect(await keeper.keepFile(bytes)).toBe(hash);
  disk.before = undefined;
  expect(await keeper.readFile(hash)).toEqual(bytes);
});

test('a full disk is a refusal, and what was kept stays', async () => {
  const disk = new FakeDisk();
  const keeper = keeperAt(disk);
  await keeper.keep([draft(1)]);
  disk.before = (_, name) => {
    if (name === 'write') throw diskError('ENOSPC');
  };
  await expect(keeper.keep([draft(2)])).rejects.toMatchObject({ problem: { code: 'no-space' } });
  await expect(keeper.keepFile(bytes)).rejects.toMatchObject({ problem: { code: 'no-space' } });
  disk.before = undefined;
  expect(await keeper.overview()).toMatchObject({ heads: [{ rev: '1' }] });
  expect(await keeper.keepFile(bytes)).toBe(hash);
});

test('a journal that could not be opened is tried again at the next question', async () => {
  const disk = new FakeDisk();
  disk.before = (_, name) => {
    if (name === 'names') throw diskError('EIO');
  };
  const keeper = keeperAt(disk);
  await expect(keeper.keep([draft(1)])).rejects.toMatchObject({ problem: { code: 'journal-unwritable' } });
  disk.before = undefined;
  expect(await keeper.keep([draft(1)])).toBeNull();
});
