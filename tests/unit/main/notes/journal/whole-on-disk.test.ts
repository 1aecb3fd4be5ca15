import { expect, test } from 'vitest';
import { writeOnDisk } from '#main/notes/journal/whole-on-disk.ts';
import { FakeDisk, failAt } from '#support/fake-disk.ts';

const PATH = '/h/a';
const OLD = Buffer.from('the older words');

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (const word of ['new ', 'words ', 'in pieces']) yield Buffer.from(word);
}

const started = (): FakeDisk => {
  const disk = new FakeDisk();
  disk.put(PATH, OLD);
  return disk;
};

// A file system that cannot sync (EINVAL) is refused as one that fails: who writes here lets go of other copies.
test.each(['EIO', 'ENOSPC', 'EINVAL', 'EACCES'])(
  'B4 %s at any one call: the old words or the new, whole, and nothing beside them',
  async (code) => {
    const whole = started();
    expect(await writeOnDisk(PATH, pieces(), whole)).toBe(19);
    for (let at = 1; at <= whole.calls; at++) {
      const disk = started();
      const names: string[] = [];
      disk.before = (call, name, path) => {
        names.push(name);
        failAt(at, code)(call, name, path);
      };
      const failed = await writeOnDisk(PATH, pieces(), disk).then(
        () => false,
        () => true,
      );
      const now = disk.bytes(PATH).toString();
      expect(failed, names.join(' ')).toBe(true);
      const stands = names.includes('rename') && at > names.indexOf('rename') + 1;
      expect(now).toBe(stands ? 'new words in pieces' : String(OLD));
      expect(await disk.names('/h')).toEqual(['a']);
    }
  },
);

test('B4 a power cut at any call leaves the old words or the new, whole', async () => {
  const whole = started();
  await writeOnDisk(PATH, pieces(), whole);
  for (let at = 1; at <= whole.calls; at++) {
    for (const torn of [0, 0.6, 1]) {
      const disk = started();
      disk.before = failAt(at, 'EIO', true);
      await writeOnDisk(PATH, pieces(), disk).catch(() => undefined);
      const left = disk.afterPowerCut(() => torn);
      expect([String(OLD), 'new words in pieces']).toContain(left.bytes(PATH).toString());
    }
  }
});
