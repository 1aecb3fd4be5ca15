import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBundleArchive } from '#bundle/bundle-archive.ts';
import { openRegular, readRegular, readRegularNow } from '#files/regular-file.ts';
import { readJson } from '#main/boot/json-file.ts';
import { openLog } from '#main/boot/log.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { diskRead } from '#tool/lint/folder-reader.ts';

const base = mkdtempSync(join(tmpdir(), 'satchel-regular-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test('B12 pipes, sockets, folders and devices named like files are refused at once, by everything that opens one', async () => {
  const at = (name: string): string => join(base, name);
  for (const name of ['pipe.satchel', 'satchel.log']) execFileSync('mkfifo', [at(name)]);
  mkdirSync(at('folder.satchel'));
  symlinkSync(at('pipe.satchel'), at('link.satchel'));
  symlinkSync('/dev/zero', at('zero.satchel'));
  const server = createServer().listen(at('socket.satchel'));
  const names = ['pipe', 'folder', 'link', 'zero', 'socket'].map((name) => at(`${name}.satchel`));
  // More of them than there are threads for files.
  for (const path of [...names, ...Array<string>(8).fill(at('pipe.satchel'))]) {
    void openRegular(path).catch(() => {});
    void openPack(path);
  }
  for (const path of names) {
    await expect(openRegular(path)).rejects.toThrow();
    await expect(readRegular(path)).rejects.toThrow();
    await expect(diskRead.read(path)).rejects.toThrow();
    expect(() => readRegularNow(path, 10)).toThrow();
    expect(readJson(path)).toBeUndefined();
    expect(await openPack(path)).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } });
    await expect(openBundleArchive(path)).rejects.toMatchObject({ problem: { code: 'file-unreadable' } });
  }
  openLog(base)('an event');
  await writeFile(at('other'), 'written');
  server.close();
});

test('T1 a file that has more than it said is read no further than is asked for', async () => {
  // What the system tells of a process says it has no bytes; a file that grows on a share is as this one.
  const path = '/proc/self/status';
  if (!existsSync(path)) return console.log('skipped: there is no /proc here');
  await expect(readRegular(path, 20)).rejects.toThrow('EFBIG');
  expect((await readRegular(path, 100_000)).toString()).toMatch(/^Name:/);
});

test('B12 a file is read whole, and not where it is longer than is asked for', async () => {
  const path = join(base, 'a.json');
  writeFileSync(path, '{"a": 1}');
  symlinkSync(path, join(base, 'to-a.json'));
  expect([readRegularNow(path, 8).toString(), (await readRegular(join(base, 'to-a.json'))).toString()]).toEqual(
    Array(2).fill('{"a": 1}'),
  );
  expect(() => readRegularNow(path, 7)).toThrow('EFBIG');
  await expect(readRegular(path, 7)).rejects.toThrow('EFBIG');
});
