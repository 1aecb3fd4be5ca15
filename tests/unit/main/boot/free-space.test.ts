import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { freeSpace } from '#main/boot/free-space.ts';

test('the space of a folder is known, and of none is taken for enough', async () => {
  expect(await freeSpace(tmpdir())).toBeGreaterThan(0);
  expect(await freeSpace('/no/such/folder/anywhere')).toBe(Number.POSITIVE_INFINITY);
});
