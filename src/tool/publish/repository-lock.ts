import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from '#domain/schema.ts';
import { halfOf } from '#files/half-file.ts';
import { readRegular } from '#files/regular-file.ts';
import { wholeEffects } from '#files/whole-effects.ts';
import { Failure, writeFailure } from '#tool/failure.ts';

/** Lies in a folder while a command reads it, signs and writes. No part of the repository. */
const LOCK = 'satchel.lock';

const holderSchema = z.object({
  /** Tells two locks of one process apart. */
  id: z.string().max(100),
  host: z.string().max(300),
  process: z.number().int().positive(),
  since: z.iso.datetime(),
});
type Holder = z.infer<typeof holderSchema>;

export interface LockEffects {
  readonly host: string;
  readonly process: number;
  readonly now: () => Date;
  /** Whether a process of this computer still runs. */
  readonly isAlive: (process: number) => boolean;
}

const lockEffects: LockEffects = {
  host: hostname(),
  process: process.pid,
  now: () => new Date(),
  isAlive(id) {
    try {
      return process.kill(id, 0);
    } catch (error) {
      // Somebody else's process lives, and may not be asked.
      return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
  },
};

/**
 * Does some work on a folder while nobody else does. Two that read the same edition would sign two different next ones,
 * and one of them would be lost.
 * @throws Failure where another run has the folder, or what the work throws
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  effects: LockEffects = lockEffects,
): Promise<T> {
  const path = join(folder, LOCK);
  const own = await taken(path, folder, effects);
  try {
    return await work();
  } finally {
    // What cannot be taken away is a dead process's soon, and the work is done.
    if ((await holderOf(path).catch(() => null))?.id === own)
      await Promise.resolve(wholeEffects.remove(path)).catch(() => undefined);
  }
}

/** As often as others may take a dead run's lock before us. */
const TRIES = 5;

async function taken(path: string, folder: string, { host, process: id, now, isAlive }: LockEffects): Promise<string> {
  const own: Holder = { id: randomUUID(), host, process: id, since: now().toISOString() };
  for (let tries = 0; tries < TRIES; tries++) {
    if (await created(path, own)) return own.id;
    const holder = await holderOf(path);
    if (holder === null) continue;
    if (holder.host !== host || isAlive(holder.process)) throw held(path, folder, holder, host);
    await takeAway(path, holder);
  }
  throw new Failure(`${path} is taken again and again: other runs of satchel work on ${folder}. Try again.`);
}

async function created(path: string, own: Holder): Promise<boolean> {
  try {
    const file = await wholeEffects.create(path, 0o644);
    try {
      await file.write(Buffer.from(`${JSON.stringify(own)}\n`));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) === 'ENOENT') throw new Failure(`${path} could not be written: the folder is not there.`);
    throw writeFailure(error, path);
  }
}

/** `null`: it has gone. @throws Failure where it says not whose it is */
async function holderOf(path: string): Promise<Holder | null> {
  // Whoever makes it writes into it a moment later.
  for (const wait of [20, 200, 0]) {
    const text = await readRegular(path, 4_096).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw new Failure(`${path} could not be read.`);
    });
    if (text === null) return null;
    const holder = parsed(text.toString('utf8'));
    if (holder !== null) return holder;
    await setTimeout(wait);
  }
  throw new Failure(`${path} says not whose it is. If no run of satchel works there any more, delete it.`);
}

function parsed(text: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function held(path: string, folder: string, { host, process: id, since }: Holder, here: string): Failure {
  const where = host === here ? 'on this computer' : `on ${host}`;
  return new Failure(
    `Another run of satchel works on ${folder} (${where}, process ${id}, since ${since}): wait until it has ended, or delete ${path} if it is surely dead.`,
  );
}

/** Moved aside first: of two that found a dead run's lock, the slower may have moved away the faster one's new one. */
async function takeAway(path: string, dead: Holder): Promise<void> {
  const aside = halfOf(path);
  try {
    await wholeEffects.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw writeFailure(error, path);
  }
  const moved = await holderOf(aside).catch(() => null);
  if (moved === null || moved.id === dead.id) await wholeEffects.remove(aside);
  else await wholeEffects.rename(aside, path);
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
