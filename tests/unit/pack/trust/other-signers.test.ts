import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { changeFile, NOW, said, TestLaptop } from '#support/test-repository.ts';

/**
 * Metadata that securesystemslib 0.26 signed, the library under python-tuf, with its own canonical JSON: two roots, keys
 * of Ed25519, ECDSA and RSA, laid out with white space. Its keys were thrown away; it is good until June 2027.
 */
const TREE = fileURLToPath(new URL('signed-elsewhere', import.meta.url));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

test('T11 what another program signed is verified', async () => {
  const root = await readFile(join(TREE, 'metadata/1.root.json'));
  const checked = await new TestLaptop(join(folder.path, 'right'), root).check(TREE, { now: NOW });
  expect(said(checked)).toBe('test-pack 4');
  expect(checked).toMatchObject({
    value: { root: 2, validUntil: '2027-06-01T00:00:00Z', packs: [{ title: 'Caffè "Tŷ" \\ 日本 \u2028 test' }] },
  });
});

test('T11 and one letter of it that is another is not', async () => {
  const copy = join(folder.path, 'changed');
  await cp(TREE, copy, { recursive: true });
  await changeFile(join(copy, 'metadata/timestamp.json'), (bytes) =>
    bytes.toString().replace('"version": 7', '"version": 8'),
  );
  const root = await readFile(join(TREE, 'metadata/1.root.json'));
  expect(said(await new TestLaptop(join(folder.path, 'home'), root).check(copy, { now: NOW }))).toBe(
    'signature timestamp',
  );
});
