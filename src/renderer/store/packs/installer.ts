import { ProblemError } from '#domain/problem.ts';
import type { PackDb } from '../db.ts';
import { storeProblem } from '../store-problem.ts';
import type { InstallAnswer, InstallRequest } from './install-messages.ts';
import { createStaging, type Staging } from './staging.ts';
import { sweep, withPacksLocked } from './sweep.ts';

/** Answers the window's requests in the install worker, one after another. */
export interface Installer {
  readonly answer: (request: InstallRequest) => Promise<InstallAnswer>;
}

interface Effects {
  readonly now?: () => Date;
  readonly locked?: typeof withPacksLocked;
}

/** An installation that runs: it holds the lock of the packs until it ends. */
interface Running {
  readonly staging: Staging;
  readonly end: () => void;
}

export function createInstaller(
  db: PackDb,
  strict: PackDb,
  { now = () => new Date(), locked = withPacksLocked }: Effects = {},
): Installer {
  let running: Running | null = null;

  /** Holds the lock until `end` is called. */
  function begin(file: string): Promise<Running> {
    return new Promise((resolve, reject) => {
      locked(
        () =>
          new Promise<void>((end) => {
            resolve({ staging: createStaging(file, db, strict, now), end });
          }),
      ).catch(reject);
    });
  }

  /** What is swept now need not be swept at the next start; that it fails costs nothing. */
  async function end(): Promise<void> {
    const ended = running;
    running = null;
    try {
      await ended?.staging.settle();
      if (ended) await sweep(db);
    } catch (error) {
      if (!storeProblem(error, 0)) throw error;
    } finally {
      ended?.end();
    }
  }

  async function takePart({ file, part }: InstallRequest & { do: 'part' }): Promise<InstallAnswer> {
    if (part.part === 'manifest') {
      await end();
      running = await begin(file);
    }
    if (!running) return { ok: false, problem: { code: 'ticket-unknown' } };
    try {
      const pack = await running.staging.take(part);
      if (pack) await end();
      return pack ? { ok: true, pack } : { ok: true };
    } catch (error) {
      await end();
      const problem = error instanceof ProblemError ? error.problem : storeProblem(error, part.total);
      if (!problem) throw error;
      return { ok: false, problem };
    }
  }

  async function remove(pack: string): Promise<InstallAnswer> {
    try {
      await locked(async () => {
        await strict.packs.delete(pack);
        await sweep(db);
      });
      return { ok: true };
    } catch (error) {
      const problem = storeProblem(error, 0);
      if (!problem) throw error;
      return { ok: false, problem };
    }
  }

  return {
    async answer(request) {
      switch (request.do) {
        case 'part':
          return takePart(request);
        case 'drop':
          await end();
          return { ok: true };
        case 'remove':
          return remove(request.pack);
      }
    },
  };
}
