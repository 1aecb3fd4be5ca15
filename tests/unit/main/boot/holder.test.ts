import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { HeldBy } from '#domain/held-by.ts';
import { BEAT, heldElsewhere, holdHome, STALE, takeOver } from '#main/boot/holder.ts';
import type { HolderEffects } from '#main/boot/holder-effects.ts';
import { guardDisk } from '#main/notes/guarded-disk.ts';
import { openJournal } from '#main/notes/journal/journal.ts';
import { draft, value } from '#support/drafts.ts';
import { FakeDisk } from '#support/fake-disk.ts';

interface Machine {
  readonly host?: string;
  readonly machine?: string | null;
  readonly run?: string;
  readonly pid?: number;
  readonly started?: string | null;
}

/** A folder that several machines see, and time that passes when told to. */
function folder() {
  let file: { readonly text: string; readonly at: number } | null = null;
  let time = Date.parse('2026-11-23T08:00:00Z');
  const alive = new Map<number, { readonly started: string | null; readonly isOurs: boolean }>();
  const on = ({ host = 'LAPTOP-1', machine = 'm1', run = 'r1', pid = 10, started = '5' }: Machine = {}) =>
    ({
      read: () => file?.text ?? null,
      write: (text) => {
        file = { text, at: time };
      },
      remove: () => {
        file = null;
      },
      readSoon: async () => file?.text ?? null,
      writeSoon: async (text) => {
        file = { text, at: time };
      },
      age: () => (file ? time - file.at : null),
      self: () => ({ host, machine, run, pid, started }),
      processOf: (one) => {
        const found = alive.get(one);
        return { lives: found !== undefined, isOurs: found?.isOurs ?? false, started: found?.started ?? null };
      },
      now: () => new Date(time),
    }) satisfies HolderEffects;
  return {
    on,
    alive,
    pass: (ms: number) => {
      time += ms;
    },
    text: () => file?.text ?? null,
    put: (text: string) => {
      file = { text, at: time };
    },
  };
}

const LAPTOP_2: Machine = { host: 'LAPTOP-2', machine: 'm2', run: 'r2', pid: 20, started: '7' };
const hold = (effects: HolderEffects, told: HeldBy[] = []) => holdHome('/h', (by) => told.push(by), effects);

describe('B9 a folder that another machine has open', () => {
  test('is not taken, and it says who has it since when; let go, it is', () => {
    const { on } = folder();
    const first = hold(on());
    expect(heldElsewhere('/h', on(LAPTOP_2))).toEqual({ host: 'LAPTOP-1', since: '2026-11-23T08:00:00.000Z' });
    first.release();
    expect(heldElsewhere('/h', on(LAPTOP_2))).toBeNull();
  });

  test('is not taken while it gives a sign of life, and is when it has been silent for long', async () => {
    const { on, pass } = folder();
    const first = hold(on());
    for (let at = 0; at < 100; at++) {
      pass(BEAT);
      await first.beat();
    }
    expect(heldElsewhere('/h', on(LAPTOP_2))).not.toBeNull();
    pass(STALE);
    expect(heldElsewhere('/h', on(LAPTOP_2))).not.toBeNull();
    pass(1);
    expect(heldElsewhere('/h', on(LAPTOP_2))).toBeNull();
  });

  test('is believed where the disk does not say the time', () => {
    const { on, pass } = folder();
    hold(on());
    pass(10 * STALE);
    expect(heldElsewhere('/h', { ...on(LAPTOP_2), age: () => null })).not.toBeNull();
  });

  test('can be taken over knowingly, at once; whoever had it finds out before it writes', async () => {
    const { on, pass } = folder();
    const told: HeldBy[] = [];
    const first = hold(on(), told);
    expect(await first.sure()).toBeNull();
    pass(1_000);
    takeOver('/h', on(LAPTOP_2));
    const second = hold(on(LAPTOP_2));
    await first.beat();
    const by = { host: 'LAPTOP-2', since: '2026-11-23T08:00:01.000Z' };
    expect(told).toEqual([by]);
    expect(await first.sure()).toEqual(by);
    await first.beat();
    first.release();
    expect(told).toHaveLength(1);
    expect(await second.sure()).toBeNull();
    expect(heldElsewhere('/h', on())).toMatchObject({ host: 'LAPTOP-2' });
  });

  test('that was taken over a moment after a look is not written to by whoever had it', async () => {
    const { on, pass, text } = folder();
    const first = hold(on());
    await first.beat();
    const lived = text();
    pass(100);
    takeOver('/h', on(LAPTOP_2));
    pass(1_000);
    expect(await first.sure()).toMatchObject({ host: 'LAPTOP-2' });
    // A look alone is no sign of life.
    expect(text()).not.toBe(lived);
    expect(text()).toContain('LAPTOP-2');
  });

  test('is not written to in the same moment either: a small file asks at once, whenever the last look was', async () => {
    const home = folder();
    const lost: HeldBy[] = [];
    const hold = holdHome('/home', (by) => lost.push(by), home.on());
    await hold.beat();
    expect(hold.sureNow()).toBeNull();
    takeOver('/home', home.on(LAPTOP_2));
    expect(hold.sureNow()).toMatchObject({ host: 'LAPTOP-2' });
    expect(hold.sureNow()).toMatchObject({ host: 'LAPTOP-2' });
    expect(lost).toHaveLength(1);
  });

  test('a machine that slept looks before it writes, whatever the clock did', async () => {
    for (const slept of [3 * BEAT, -STALE]) {
      const { on, pass } = folder();
      const told: HeldBy[] = [];
      const first = hold(on(), told);
      expect(await first.sure()).toBeNull();
      hold(on(LAPTOP_2));
      expect(await first.sure()).toBeNull();
      pass(slept);
      expect(await first.sure()).toMatchObject({ host: 'LAPTOP-2' });
      expect(told).toHaveLength(1);
    }
  });

  test('two that begin at one moment: one of them loses before a word is written', async () => {
    const { on } = folder();
    const [one, other] = [hold(on()), hold(on(LAPTOP_2))];
    expect([await one.sure(), await other.sure()].filter((by) => by === null)).toHaveLength(1);
  });
});

describe('B9 a folder that this machine left', () => {
  test.each<readonly [string, Machine]>([
    ['a crash', {}],
    ['a power cut', { run: 'r2' }],
    ['a power cut, and its number now is another process', { run: 'r2', pid: 11 }],
  ])('by %s is taken at once', (_, after) => {
    const { on, alive } = folder();
    hold(on());
    alive.set(10, { started: '999', isOurs: false });
    expect(heldElsewhere('/h', on({ pid: 12, ...after }))).toBeNull();
  });

  test('and that another person of it has open is not; a process of one’s own is the system’s to tell', () => {
    const { on, alive } = folder();
    hold(on());
    alive.set(10, { started: '5', isOurs: false });
    expect(heldElsewhere('/h', on({ pid: 12 }))).toMatchObject({ host: 'LAPTOP-1' });
    alive.set(10, { started: '5', isOurs: true });
    expect(heldElsewhere('/h', on({ pid: 12 }))).toBeNull();
  });

  test('under another name is another machine, and can be taken over', () => {
    const { on } = folder();
    hold(on());
    const renamed = on({ host: 'LAPTOP-9', run: 'r2', pid: 12 });
    expect(heldElsewhere('/h', renamed)).toMatchObject({ host: 'LAPTOP-1' });
    takeOver('/h', renamed);
    expect(heldElsewhere('/h', on({ host: 'LAPTOP-9', run: 'r2', pid: 13 }))).toBeNull();
  });

  test.each(['', '{', '{"id":1}', '\0\0\0\0'])('that says %j holds nothing', (text) => {
    const { on, put } = folder();
    put(text);
    expect(heldElsewhere('/h', on())).toBeNull();
  });

  test('is held again where somebody removed what says so', async () => {
    const { on, text } = folder();
    const first = hold(on());
    on().remove();
    await first.beat();
    expect(text()).toContain('LAPTOP-1');
    first.release();
    await first.beat();
    expect(text()).toBeNull();
  });
});

test('B9 on a real disk: one’s own is one’s own, and its age is told by that disk', async () => {
  const home = mkdtempSync(join(tmpdir(), 'satchel-holder-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const first = holdHome(home, () => undefined);
  expect(await first.sure()).toBeNull();
  expect(heldElsewhere(home)).toBeNull();
  const path = join(home, 'holder.json');
  const found = JSON.parse(readFileSync(path, 'utf8'));
  expect(found.pid).toBe(process.pid);
  writeFileSync(path, JSON.stringify({ ...found, id: 'another', host: 'LAPTOP-2' }));
  expect(heldElsewhere(home)).toMatchObject({ host: 'LAPTOP-2' });
  const old = new Date(Date.now() - STALE - 60_000);
  utimesSync(path, old, old);
  expect(heldElsewhere(home)).toBeNull();
  first.release();
  expect(JSON.parse(readFileSync(path, 'utf8')).host).toBe('LAPTOP-2');
});

describe('B9 two journals in one folder', () => {
  const now = () => new Date('2026-11-23T12:00:00Z');
  const opened = async (disk: FakeDisk) => value(await openJournal('/j', { fileLimit: 2_000 }, { disk, now }));

  test('take nothing from each other, without any lock', async () => {
    const disk = new FakeDisk();
    const before = await opened(disk);
    value(await before.append([draft('a', 1, 'x'.repeat(50))]));
    await before.close();
    const [one, other] = [await opened(disk), await opened(disk)];
    for (let n = 0; n < 60; n++) {
      value(await one.append([draft(`one${n}`, 1, 'a'.repeat(80))]));
      value(await other.append([draft(`other${n}`, 1, 'b'.repeat(80))]));
      if (n % 20 === 10) await Promise.all([one.compact([]), other.compact([])]);
    }
    await Promise.all([one.close(), other.close()]);
    const after = await opened(disk);
    expect(after.found).toMatchObject({ damaged: 0, unread: 0 });
    expect(after.heads()).toHaveLength(121);
  });

  test('the one whose folder was taken over writes nothing more', async () => {
    const disk = new FakeDisk();
    let held: HeldBy | null = null;
    const problem = async () => (held ? ({ code: 'in-use', ...held } as const) : null);
    const journal = value(await openJournal('/j', {}, { disk: guardDisk(disk, problem), now }));
    value(await journal.append([draft('a', 1)]));
    held = { host: 'LAPTOP-2', since: '2026-11-23T08:00:00.000Z' };
    await expect(journal.append([draft('a', 2)])).rejects.toMatchObject({
      problem: { code: 'in-use', host: 'LAPTOP-2' },
    });
    expect((await opened(disk)).heads()).toMatchObject([{ rev: 'r1' }]);
  });
});
