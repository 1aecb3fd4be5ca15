import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedPath } from '#support/shared.ts';
import { callers } from './callers.ts';

const from = sharedPath('hostile/zip') ?? '';
const MEGABYTE = 1024 * 1024;

describe.skipIf(from === '')('archives that others made', () => {
  let who: Awaited<ReturnType<typeof callers>>;
  beforeAll(async () => {
    who = await callers();
    // Code that is loaded with the first is not what one costs.
    for (const { refusal } of Object.values(who)) await refusal(join(from, 'go-test.zip'));
  });

  const names = from === '' ? [] : readdirSync(from).filter((name) => name.endsWith('.zip'));

  // Of processor time: others may have the machine meanwhile.
  test.each(names)('F2 X5 %s is refused by each, within a second and 64 MB', async (name) => {
    for (const { refusal } of Object.values(who)) {
      const start = process.cpuUsage();
      const before = process.memoryUsage().rss;
      expect(await refusal(join(from, name))).not.toBe('none');
      expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(64);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1_000).toBeLessThan(1_000);
    }
  });

  test.each([
    ['rubyzip-zipWithEncryption', 'unsafe encrypted'],
    ['rubyzip-path_traversal_jwilk_relative2', 'unsafe name'],
    ['rubyzip-path_traversal_jwilk_dirsymlink', 'unsafe symlink'],
    ['ours-bomb-overlap-100x20MB', 'unsafe ratio'],
    ['ours-duplicate-and-case-and-normal-form-twins', 'unsafe duplicate'],
    ['go-test', 'not-one'],
  ])('F2 X5 the reason is told: %s is %s', async (name, reason) => {
    for (const { refusal } of Object.values(who)) expect(await refusal(join(from, `${name}.zip`))).toBe(reason);
  });
});
