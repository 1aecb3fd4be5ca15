import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeArchive } from '#pack/write/write-archive.ts';
import { madeRelease, TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary } from '#support/test-sources.ts';

async function laptop() {
  const place = await temporary();
  const repository = await TestRepository.found(join(place, 'repo'));
  return { place, home: join(place, 'home'), repository, root: rootOf(repository.root) };
}

test('a pack in one file without signatures is no source, and is told from one that is half copied', async () => {
  const { home, place, root } = await laptop();
  const { sources } = sourcesAt(home, [root]);
  const file = join(place, 'plain.satchel');
  await writeArchive((await madeRelease(1)).entries, file);
  await expect(sources.add('file', file)).rejects.toMatchObject({
    problem: { code: 'source-refused', reason: 'unsigned' },
  });
});
