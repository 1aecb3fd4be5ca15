import { randomBytes } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { manifestPatch, patchedManifest } from '#pack/manifest-patch.ts';
import { fileOfPage, manifestOf } from '#support/many-pages.ts';

/** To make 300 files of pages takes a second. */
const made = new Map<string, Promise<Buffer>>();

/** A manifest of 300 pages, some of them changed. */
const manifest = (changed: readonly number[], left: readonly number[] = []): Promise<Buffer> => {
  const name = JSON.stringify([changed, left]);
  const its = made.get(name) ?? makeManifest(changed, left);
  made.set(name, its);
  return its;
};

const makeManifest = (changed: readonly number[], left: readonly number[]): Promise<Buffer> =>
  manifestOf(
    Array.from({ length: 300 }, (_, at) => at)
      .filter((at) => !left.includes(at))
      .map((at) => fileOfPage(at, changed.includes(at) ? 'new words' : 'words')),
  );

const patchOf = async (older: Buffer, newer: Buffer): Promise<Buffer> => {
  const patch = await manifestPatch(older, newer);
  if (patch === null) throw new TypeError('no gain');
  return patch;
};

const forged = (text: string): Buffer => brotliCompressSync(Buffer.from(text));

test.each([
  ['one page', [17], []],
  ['pages side by side', [17, 18, 19], []],
  ['many pages', Array.from({ length: 150 }, (_, at) => at * 2), []],
  ['nothing', [], []],
  ['a page that goes', [], [5]],
  ['the first and the last', [0, 299], [150]],
] as const)('a patch makes the very bytes of the next manifest: %s', async (_, changed, left) => {
  const older = await manifest([]);
  const newer = await manifest(changed, left);
  const patch = await patchOf(older, newer);
  expect(await patchedManifest(older, patch, newer.length)).toEqual(newer);
  expect(patch).toEqual(await manifestPatch(older, newer));
  // And back, where pages come anew.
  expect(await patchedManifest(newer, await patchOf(newer, older), older.length)).toEqual(older);
});

test('it costs what changed, not what the manifest has', async () => {
  const older = await manifest([]);
  const patch = await patchOf(older, await manifest([17]));
  expect(older.length).toBeGreaterThan(50_000);
  expect(patch.length).toBeLessThan(200);
});

test('there is none where it would be no gain', async () => {
  const older = Buffer.from(JSON.stringify({ a: randomBytes(500).toString('hex') }));
  expect(await manifestPatch(older, Buffer.from(JSON.stringify({ b: 'é'.repeat(400) })))).toBeNull();
  expect(await manifestPatch(older, Buffer.from(JSON.stringify({ b: randomBytes(500).toString('hex') })))).toBeNull();
});

test.each([
  ['no brotli', Buffer.from('[[0,1]]')],
  ['no JSON', forged('[[0,1')],
  ['another shape', forged('{"from":0}')],
  ['numbers that are none', forged('[[-1,5]]')],
  ['a fraction', forged('[[0.5,5]]')],
  ['no steps', forged('[]')],
  ['more than the manifest has', forged('[[0,5000],[0,5000]]')],
  ['a piece beyond the end', forged('[[900000,1]]')],
  ['more pieces than there are', forged('[[0,9007199254740991]]')],
  ['a long text', forged(JSON.stringify(['x'.repeat(90_000)]))],
  ['a bomb', forged(' '.repeat(50_000_000))],
])('a patch that is forged makes nothing: %s', async (_, patch) => {
  const older = await manifest([]);
  expect(await patchedManifest(older, patch, older.length - 3)).toBeNull();
});
