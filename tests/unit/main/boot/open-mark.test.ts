import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { moveHome } from '#main/boot/home.ts';
import { isMarkedOpen, markOpen, type OpenMarkEffects } from '#main/boot/open-mark.ts';
import { StartRefused } from '#main/boot/start-refused.ts';

/** A folder for temporary files, and processes of one machine. */
function machine() {
  const names = new Set<string>();
  const alive = new Map<number, { readonly started: string | null; readonly isOurs: boolean }>();
  const on = (pid: number, started: string | null = '5', run = 'r1'): OpenMarkEffects => ({
    self: () => ({ host: 'LAPTOP-1', machine: 'm1', run, pid, started }),
    processOf: (one) => {
      const found = alive.get(one);
      return { lives: found !== undefined, isOurs: found?.isOurs ?? false, started: found?.started ?? null };
    },
    names: () => [...names],
    make: (begins) => {
      names.add(`${begins}Ab12Cd`);
      return `${begins}Ab12Cd`;
    },
    remove: (name) => void names.delete(name),
  });
  return { on, alive, names };
}

describe('B9 a mark outside a home', () => {
  test('says that a start that lives has it open, and of which home; it is gone with its end', () => {
    const { on, alive, names } = machine();
    alive.set(10, { started: '5', isOurs: true });
    const unmark = markOpen('/h', on(10));
    expect(isMarkedOpen('/h', on(11))).toBe(true);
    expect(isMarkedOpen('/other', on(11))).toBe(false);
    expect([...names].join()).not.toContain('/h');
    unmark();
    expect(isMarkedOpen('/h', on(11))).toBe(false);
    unmark();
  });

  test.each([
    ['a start that was killed', undefined],
    ['a number that is another process by now', { started: '999', isOurs: true }],
    ['a process of another person', { started: '5', isOurs: false }],
  ])('of %s keeps nobody from starting, and goes', (_, process) => {
    const { on, alive, names } = machine();
    markOpen('/h', on(10));
    if (process) alive.set(10, process);
    expect(isMarkedOpen('/h', on(11))).toBe(false);
    expect(names.size).toBe(0);
  });

  test('is none where the system does not say when a process began, and where nothing can be made', () => {
    const { on, names } = machine();
    markOpen('/h', on(10, null))();
    const fails = (): never => {
      throw new Error('no space');
    };
    markOpen('/h', { ...on(10), make: fails })();
    expect(names.size).toBe(0);
    expect(isMarkedOpen('/h', { ...on(11), names: fails })).toBe(false);
  });
});

test.runIf(process.platform === 'linux')(
  'B9 on a real disk: a home that is away while this machine has it open is not made anew',
  async () => {
    const base = mkdtempSync(join(tmpdir(), 'satchel-mark-'));
    const before = { home: process.env.SATCHEL_HOME, tmp: process.env.TMPDIR };
    onTestFinished(() => {
      Object.assign(process.env, { TMPDIR: before.tmp ?? '/tmp' });
      if (before.home === undefined) delete process.env.SATCHEL_HOME;
      else process.env.SATCHEL_HOME = before.home;
      rmSync(base, { recursive: true, force: true });
    });
    process.env.TMPDIR = base;
    process.env.SATCHEL_HOME = join(base, 'home');
    const app = { getPath: () => base, setPath: () => undefined, setAppLogsPath: () => undefined } as never;
    const unmark = markOpen(process.env.SATCHEL_HOME);
    expect(() => moveHome(app)).toThrow(StartRefused);
    expect(readdirSync(base).filter((name) => !name.startsWith('satchel-open-'))).toEqual([]);
    unmark();
    expect(readdirSync(base)).toEqual([]);
    expect(moveHome(app).reading).toBeNull();
    // A home that stands is the system's own lock's to tell.
    markOpen(process.env.SATCHEL_HOME);
    expect(moveHome(app).reading).toBeNull();
  },
);
