import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { readRegular, readRegularNow } from '#files/regular-file.ts';
import { writeWhole, writeWholeNow } from '#files/write-whole.ts';

/** What is known of a process by its number. */
interface Process {
  readonly lives: boolean;
  /** Of the person who runs this one. */
  readonly isOurs: boolean;
  readonly started: string | null;
}

/** The file that says who has a folder, and what the system knows; tests keep both in memory. */
export interface HolderEffects {
  /** `null` where there is none or it cannot be read. */
  readonly read: () => string | null;
  readonly write: (text: string) => void;
  readonly remove: () => void;
  /** The same while the app works: a disk that is slow must not hold it up. @throws what the disk said */
  readonly readSoon: () => Promise<string | null>;
  readonly writeSoon: (text: string) => Promise<void>;
  /** Milliseconds since it was written last, by the clock of the disk it lies on; `null` where that cannot be told. */
  readonly age: () => number | null;
  readonly self: () => {
    readonly host: string;
    readonly machine: string | null;
    readonly run: string | null;
    readonly pid: number;
    readonly started: string | null;
  };
  readonly processOf: (pid: number) => Process;
  readonly now: () => Date;
}

const NAME = 'holder.json';
/** Bytes of the largest that is read. */
const LARGEST = 64 * 1024;
const MINE = { mode: 0o600 };

export function holderEffects(folder: string): HolderEffects {
  const path = join(folder, NAME);
  return {
    read: () => orNull(() => readRegularNow(path, LARGEST).toString('utf8')),
    write: (text) => void writeWholeNow(path, text, MINE),
    remove: () => rmSync(path, { force: true }),
    readSoon: () => readRegular(path, LARGEST).then((bytes) => bytes.toString('utf8'), absent),
    writeSoon: async (text) => void (await writeWhole(path, text, MINE)),
    age: () => orNull(() => ageOf(path, folder)),
    self: () => ({
      host: hostname() || 'unknown',
      machine: machine(),
      run: run(),
      pid: process.pid,
      started: startOf(process.pid),
    }),
    processOf: (pid) => ({ ...aliveness(pid), started: startOf(pid) }),
    now: () => new Date(),
  };
}

/** By the disk's own clock, which another machine's file has too: a file that is written now says what it is. */
function ageOf(path: string, folder: string): number {
  const probe = join(folder, `probe-${randomUUID()}.part`);
  try {
    writeWholeNow(probe, '', MINE);
    return statSync(probe).mtimeMs - statSync(path).mtimeMs;
  } finally {
    rmSync(probe, { force: true });
  }
}

/** What the system tells in files of its own, which have no size. */
const told = (path: string): string | null => orNull(() => readFileSync(path, 'utf8').trim());

/** Not the system's own name for the machine, which is nobody's business. */
function machine(): string | null {
  const id = told('/etc/machine-id');
  return id ? createHash('sha256').update(`satchel ${id}`).digest('hex').slice(0, 16) : null;
}

/** Linux names each run of a machine; elsewhere it is told by when it began, to ten minutes. */
const run = (): string | null =>
  told('/proc/sys/kernel/random/boot_id') ?? String(Math.round((Date.now() - uptime() * 1_000) / 600_000));

/** Ticks from the machine's start to the process's; a process that ended and was not cleared away has none. */
function startOf(pid: number): string | null {
  const stat = told(`/proc/${pid}/stat`);
  // Its name may hold anything, in brackets.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && fields[0] !== 'Z' && fields[0] !== 'X' ? (fields[19] ?? null) : null;
}

function aliveness(pid: number): Pick<Process, 'lives' | 'isOurs'> {
  try {
    process.kill(pid, 0);
    return { lives: true, isOurs: true };
  } catch (error) {
    return { lives: error instanceof Error && 'code' in error && error.code === 'EPERM', isOurs: false };
  }
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
