import { expect, test } from 'vitest';
import { trustedRoots } from '#main/packs/sources/trusted-roots.ts';
import { sha256 } from '#pack/blob.ts';

test('roots are the files of that name in the folders that there are, each known by its hash', () => {
  const files: Readonly<Record<string, readonly string[]>> = {
    '/app/trust': ['README.md', 'b.root.json', 'a.root.json'],
  };
  const found = trustedRoots(['/app/trust', '/absent'], {
    names: (folder) => {
      const names = files[folder];
      if (names === undefined) throw new Error('ENOENT');
      return names;
    },
    read: (path) => Buffer.from(path),
  });
  expect(found.map(({ bytes }) => Buffer.from(bytes).toString().replaceAll('\\', '/'))).toEqual([
    '/app/trust/a.root.json',
    '/app/trust/b.root.json',
  ]);
  expect(found[0]?.sha256).toBe(sha256(found[0]?.bytes ?? Buffer.of()));
});

test('a root that cannot be read takes no other with it', () => {
  const found = trustedRoots(['/app/trust'], {
    names: () => ['a.root.json', 'b.root.json'],
    read: (path) => {
      if (path.includes('a.root')) throw new Error('EACCES');
      return Buffer.from(path);
    },
  });
  expect(found).toHaveLength(1);
});
