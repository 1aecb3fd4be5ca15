import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type HalfFile, nowEffects, type WholeEffects, wholeEffects } from '#files/whole-effects.ts';
import { type Content, type WholeOptions, writeWhole, writeWholeNow } from '#files/write-whole.ts';
import { smallDisk } from '#support/small-disk.ts';

const base = mkdtempSync(join(tmpdir(), 'satchel-whole-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const folder = (): string => mkdtempSync(join(base, 'f-'));

/** The two ways to the one function. */
const WAYS: readonly (readonly [
  string,
  WholeEffects,
  (path: string, text: string, options?: WholeOptions, effects?: WholeEffects) => Promise<number>,
])[] = [
  ['waited for', wholeEffects, writeWhole],
  ['at once', nowEffects, async (...args) => writeWholeNow(...args)],
];
const OLD = 'the older copy '.repeat(1_000);
const NEW = 'new words '.repeat(100_000);

/** Calls that break at one place; `short`: each write takes so many bytes at most. */
function breaking(real: WholeEffects, at: number, short = Number.POSITIVE_INFINITY) {
  let calls = 0;
  const call = <T>(run: () => T): T => {
    calls += 1;
    if (calls === at) throw Object.assign(new Error('broken'), { code: 'EIO' });
    return run();
  };
  const file = (its: HalfFile): HalfFile => ({
    write: (bytes) => call(() => its.write(bytes.subarray(0, short))),
    size: () => call(() => its.size()),
    chmod: (mode) => its.chmod(mode),
    sync: () => call(() => its.sync()),
    close: async () => {
      await its.close();
      call(() => undefined);
    },
  });
  const effects: WholeEffects = {
    look: (path) => call(() => real.look(path)),
    readLink: (path) => call(() => real.readLink(path)),
    demandWritable: (path) => call(() => real.demandWritable(path)),
    create: async (path, mode) => file(await call(() => real.create(path, mode))),
    rename: (from, to) => call(() => real.rename(from, to)),
    remove: (path) => real.remove(path),
    syncFolder: (path) => call(() => real.syncFolder(path)),
  };
  return { effects, calls: () => calls };
}

describe.each(WAYS)('B4 a file written whole, %s', (_, real, write) => {
  test('waits for no disk where it is a copy for this moment, and is whole all the same', async () => {
    const path = join(folder(), 'a.json');
    let syncs = 0;
    const counting: WholeEffects = {
      ...real,
      create: async (at, mode) => {
        const file = await real.create(at, mode);
        return {
          ...file,
          sync: () => {
            syncs += 1;
            return file.sync();
          },
        };
      },
      syncFolder: (at) => {
        syncs += 1;
        return real.syncFolder(at);
      },
    };
    await writeWhole(path, NEW, { passing: true }, counting);
    expect([readFileSync(path, 'utf8') === NEW, syncs]).toEqual([true, 0]);
    await writeWhole(path, NEW, {}, counting);
    expect(syncs).toBe(2);
  });

  test('holds all of it where the disk takes it in pieces', async () => {
    const path = join(folder(), 'a.md');
    if (real === wholeEffects) await write(path, NEW, {}, breaking(real, -1, 4_096).effects);
    else {
      const pieces: WholeEffects = {
        ...real,
        create(at, mode) {
          const file = real.create(at, mode) as HalfFile;
          return { ...file, write: (bytes) => file.write(bytes.subarray(0, 4_096)) };
        },
      };
      await write(path, NEW, {}, pieces);
    }
    expect(readFileSync(path, 'utf8')).toBe(NEW);
  });

  test('is not begun where the disk is full, and what stood there is as it was', async (context) => {
    const home = folder();
    const disk = smallDisk(home, 1);
    if (disk === null) return context.skip();
    try {
      const path = join(home, 'a.md');
      writeFileSync(path, OLD);
      for (const room of [0, 1, 4_096, 300_000, 600_000]) {
        disk.free();
        appendFileSync(join(home, 'filler'), Buffer.alloc(2 ** 20 - 16_384 - 4_096 - room));
        await expect(write(path, NEW)).rejects.toMatchObject({ code: 'ENOSPC' });
        expect(readFileSync(path, 'utf8')).toBe(OLD);
        expect(readdirSync(home).sort()).toEqual(['a.md', 'filler']);
      }
    } finally {
      disk.end();
    }
  });

  test('follows a link, also one to nothing yet, and leaves it a link', async () => {
    const [home, other] = [folder(), folder()];
    for (const name of ['there', 'not-yet']) {
      if (name === 'there') writeFileSync(join(other, name), OLD);
      symlinkSync(join(other, name), join(home, name));
      symlinkSync(name, join(home, `${name}-2`));
      await write(join(home, `${name}-2`), NEW);
      expect(readFileSync(join(other, name), 'utf8')).toBe(NEW);
      expect(lstatSync(join(home, `${name}-2`)).isSymbolicLink()).toBe(true);
      expect(lstatSync(join(home, name)).isSymbolicLink()).toBe(true);
    }
    symlinkSync('round', join(home, 'round'));
    await expect(write(join(home, 'round'), NEW)).rejects.toMatchObject({ code: 'ELOOP' });
  });

  test('does not replace what may only be read, a folder or a pipe', async () => {
    const home = folder();
    writeFileSync(join(home, 'kept.md'), OLD);
    chmodSync(join(home, 'kept.md'), 0o444);
    await expect(write(join(home, 'kept.md'), NEW)).rejects.toMatchObject({ code: 'EACCES' });
    expect(readFileSync(join(home, 'kept.md'), 'utf8')).toBe(OLD);
    mkdirSync(join(home, 'folder'));
    execFileSync('mkfifo', [join(home, 'pipe')]);
    for (const name of ['folder', 'pipe'])
      await expect(write(join(home, name), NEW)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(home).sort()).toEqual(['folder', 'kept.md', 'pipe']);
  });

  test('may have the longest name there is, and is not hindered by what an earlier one left', async () => {
    const home = folder();
    const name = `${'n'.repeat(252)}.md`;
    for (const left of ['a.md.part', `${name.slice(0, 250)}.part`]) writeFileSync(join(home, left), 'half');
    for (const each of ['a.md', name]) {
      await write(join(home, each), NEW);
      expect(readFileSync(join(home, each), 'utf8')).toBe(NEW);
    }
    expect(readFileSync(join(home, 'a.md.part'), 'utf8')).toBe('half');
    expect(readdirSync(home)).toHaveLength(4);
  });

  test('keeps the rights of the one before, and has those that are asked for', async () => {
    const path = join(folder(), 'a.md');
    writeFileSync(path, OLD);
    chmodSync(path, 0o640);
    await write(path, NEW);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    await write(path, NEW, { mode: 0o600 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('stands on a file system that cannot sync, keeps no rights, or has a folder that may not be opened', async () => {
    const path = join(folder(), 'a.md');
    const no = (code: string) => () => {
      throw Object.assign(new Error(code), { code });
    };
    for (const code of ['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES']) {
      const lean: WholeEffects = {
        ...real,
        create(at, mode) {
          const lame = (file: HalfFile): HalfFile => ({ ...file, chmod: no('EPERM'), sync: no(code) });
          const made = real.create(at, mode);
          return made instanceof Promise ? made.then(lame) : lame(made);
        },
        syncFolder: no(code),
      };
      await write(path, code, { mode: 0o600 }, lean);
      expect(readFileSync(path, 'utf8')).toBe(code);
    }
  });
});

test('B4 whatever call breaks, the old file or the new one stands, whole, and nothing beside it', async () => {
  const home = folder();
  const path = join(home, 'a.md');
  const whole = breaking(wholeEffects, -1);
  writeFileSync(path, OLD);
  await writeWhole(path, NEW, {}, whole.effects);
  expect(whole.calls()).toBeGreaterThan(7);
  for (let at = 1; at <= whole.calls(); at++) {
    writeFileSync(path, OLD);
    await expect(writeWhole(path, NEW, {}, breaking(wholeEffects, at).effects), `call ${at}`).rejects.toThrow('broken');
    const last = at === whole.calls();
    expect([at, readFileSync(path, 'utf8') === (last ? NEW : OLD)]).toEqual([at, true]);
    expect(readdirSync(home)).toEqual(['a.md']);
  }
});

test('B4 what comes piece by piece, or writes itself, comes whole or not at all, and its maker is told', async () => {
  const home = folder();
  const path = join(home, 'a.md');
  let ended = false;
  async function* pieces(until: number): AsyncGenerator<string> {
    try {
      for (let n = 0; n < until; n++) yield `${n} `;
      if (until === 3) throw new Error('no more');
    } finally {
      ended = true;
    }
  }
  expect(await writeWhole(path, pieces(5))).toBe(10);
  expect([readFileSync(path, 'utf8'), ended]).toEqual(['0 1 2 3 4 ', true]);
  const byItself: Content = async (half) => {
    appendFileSync(half, 'half');
    throw new Error('thought better of it');
  };
  await expect(writeWhole(path, pieces(3))).rejects.toThrow('no more');
  await expect(writeWhole(path, byItself)).rejects.toThrow('thought better of it');
  ended = false;
  await expect(writeWhole(path, pieces(5), {}, breaking(wholeEffects, 5).effects)).rejects.toThrow('broken');
  expect([readFileSync(path, 'utf8'), ended, readdirSync(home)]).toEqual(['0 1 2 3 4 ', true, ['a.md']]);
});

test('B4 a disk that takes no byte is not asked for ever', async () => {
  const path = join(folder(), 'a.md');
  const none = {
    ...nowEffects,
    create: (at: string, mode: number) => ({ ...(nowEffects.create(at, mode) as HalfFile), write: () => 0 }),
  };
  expect(() => writeWholeNow(path, NEW, {}, none)).toThrow('ENOSPC');
});
