import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBundle } from '#bundle/open-bundle.ts';
import { bundleBytes, COSTLY_BUNDLES } from '#support/costly-bundles.ts';
import { temporaryFolder } from '#support/make-pack.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const MEGABYTE = 1_000_000;

/** Opened without the process and its limits: what is too much is told from what is not before it grows. */
test.each(Object.entries(COSTLY_BUNDLES))('B2 a file that costs more than its size: %s', async (name, entries) => {
  const path = join(folder.path, 'costly.eln');
  await writeFile(path, await bundleBytes(entries()));
  const before = process.memoryUsage().rss;
  const opened = await openBundle(path);
  const more = (process.memoryUsage().rss - before) / MEGABYTE;
  if (opened.ok) await opened.value.close();
  else expect(opened.problem.code, name).toBe('bundle-too-costly');
  expect(more, `${name}: megabytes`).toBeLessThan(700);
});

test('B2 one text of 400,000 characters that 3,000 notes refer to is refused before it is read for the tenth', async () => {
  const path = join(folder.path, 'one-text.eln');
  await writeFile(path, await bundleBytes(COSTLY_BUNDLES['one text for all']?.() ?? []));
  let made = 0;
  const opened = await openBundle(path, undefined, ({ done }) => {
    made = Math.max(made, done);
  });
  expect(opened.ok ? null : opened.problem.code).toBe('bundle-too-costly');
  expect(made).toBeLessThan(10);
});
