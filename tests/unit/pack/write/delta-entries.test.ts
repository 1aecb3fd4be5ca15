import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deltaEntryNames, readEntryName } from '#pack/entry-name.ts';
import { deltaBlobs } from '#pack/read/delta-blobs.ts';
import { deltaEntries, type PublishedRelease } from '#pack/write/delta-entries.ts';
import type { FileToPack, PackEntries } from '#pack/write/pack-entries.ts';
import { archiveOf } from '#pack/write/write-archive.ts';
import { fileOfPage, releaseOf } from '#support/many-pages.ts';

const PAGES = 60;

/** Release `release`, in which the first `changed` pages have words of their own, and `added` pages are new. */
const made = (release: number, changed = 0, added = 0): Promise<PackEntries> =>
  releaseOf(
    release,
    Array.from({ length: PAGES + added }, (_, at) => fileOfPage(at, at < changed ? `edition ${release}` : 'as it was')),
  );

function published({ manifest, hash, entries }: PackEntries): PublishedRelease {
  const found = entries.find(({ name }) => name.startsWith('targets/'));
  if (found === undefined) throw new TypeError('no manifest');
  return { manifest, hash, bytes: found.bytes };
}

const sizeOf = (entries: readonly { readonly bytes: Buffer }[]): number =>
  entries.reduce((sum, { bytes }) => sum + bytes.length, 0);

describe('what leads from one release to the next', () => {
  test('F3 a month of changes is a quarter of the whole at most', async () => {
    const first = await made(1);
    // A sixth of the pages, and two new ones.
    const second = await made(2, 10, 2);
    const delta = await deltaEntries(published(first), second);
    const full = (await archiveOf(second.entries)).length;
    expect(full).toBeGreaterThan(50_000);
    expect(sizeOf(delta) / full).toBeLessThanOrEqual(0.25);
    // And it is all that is needed.
    const had = new Set(first.entries.map(({ name }) => name));
    const wanted = second.manifest.files.filter(({ sha256 }) => !had.has(`blobs/${sha256.slice(0, 2)}/${sha256}.br`));
    const bundle = delta.find(({ name }) => name.endsWith('.zip'))?.bytes ?? Buffer.alloc(0);
    expect(wanted).toHaveLength(12);
    expect((await deltaBlobs(bundle, wanted)).map(({ sha256 }) => sha256).sort()).toEqual(
      wanted.map(({ sha256 }) => sha256).sort(),
    );
  });

  test('F1 the same two releases give the same bytes', async () => {
    const [former, next] = [published(await made(1)), await made(2, 5)];
    const again = { ...next, entries: [...next.entries].reverse() };
    expect(await deltaEntries(former, next)).toEqual(await deltaEntries(former, next));
    expect(await deltaEntries(former, again)).toEqual(await deltaEntries(former, next));
  });

  test('has exactly the blobs that the release before has not, under names of a repository', async () => {
    const [first, second] = [await made(1), await made(2, 1)];
    const delta = await deltaEntries(published(first), second);
    const { bundle, patch } = deltaEntryNames('test-pack', first.hash, second.hash);
    expect(delta.map(({ name }) => name)).toEqual([bundle, patch]);
    expect(delta.every(({ name }) => readEntryName(name)?.kind === 'delta')).toBe(true);
    const had = new Set(first.entries.map(({ name }) => name));
    const fresh = second.entries.filter(({ name }) => name.startsWith('blobs/') && !had.has(name));
    expect(fresh).toHaveLength(1);
    expect(delta[0]?.bytes).toEqual(await archiveOf(fresh));
  });

  test('what would be no gain is left out', async () => {
    const first = await made(1);
    // Nothing but the number is another.
    expect((await deltaEntries(published(first), await made(2))).map(({ name }) => name.slice(-8))).toEqual([
      '.json.br',
    ]);
    // Larger than any bundle is read.
    const pictures = [1, 2].map((at): FileToPack => {
      const path = `images/${at}.png`;
      return { path, kind: 'image', type: 'image/png', bytes: randomBytes(9_000_000) };
    });
    const large = await releaseOf(2, [...pictures, fileOfPage(0, 'as it was')]);
    expect((await deltaEntries(published(first), large)).filter(({ name }) => name.endsWith('.zip'))).toEqual([]);
  });
});
