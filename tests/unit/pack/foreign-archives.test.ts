import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '#support/shared.ts';
import { refusal, takePack } from './outcome.ts';

describe.skipIf(sharedPath('hostile/zip') === null)('F2 archives that others made', () => {
  const from = sharedPath('hostile/zip') ?? '';
  const list = from === '' ? '{"items":[]}' : readFileSync(join(from, 'manifest.json'), 'utf8');
  const names = (JSON.parse(list) as { items: { file: string }[] }).items.map(({ file }) => file);

  test.each(names)('F2 %s is refused', { timeout: 5_000 }, async (name) => {
    const outcome = await takePack(join(from, name));
    expect(refusal(outcome)).not.toBe('none');
    expect(outcome.parts).toEqual([]);
  });

  test('F2 the reasons are told apart', async () => {
    const of = async (name: string): Promise<string> => refusal(await takePack(join(from, name)));
    expect(await of('rubyzip-zipWithEncryption.zip')).toBe('pack-unsafe encrypted');
    expect(await of('rubyzip-path_traversal_jwilk_relative2.zip')).toBe('pack-unsafe name');
    expect(await of('rubyzip-path_traversal_jwilk_dirsymlink.zip')).toBe('pack-unsafe symlink');
    expect(await of('ours-bomb-overlap-100x20MB.zip')).toBe('pack-unsafe ratio');
    expect(await of('ours-duplicate-and-case-and-normal-form-twins.zip')).toBe('pack-unsafe duplicate');
    expect(await of('go-test.zip')).toBe('not-a-pack');
  });
});
