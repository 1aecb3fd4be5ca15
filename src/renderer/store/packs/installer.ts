import { ProblemError } from '#domain/problem.ts';
import type { InstalledPack, PackDb } from '../db.ts';
import { storeProblem } from '../store-problem.ts';
import { retire, turn, vouch } from './activation.ts';
import type { InstallAnswer, InstallRequest } from './install-messages.ts';
import { createStaging, type Staging } from './staging.ts';
import { sweep, withPacksLocked } from './sweep.ts';

/** Answers the window's requests in the install worker, one after another. */
export interface Installer {
  readonly answer: (request: InstallRequest) => Promise<InstallAnswer>;
}

interface Effects {
  readonly now?: () => Date;
  readonly tidy?: (db: PackDb) => Promise<void>;
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
  { now = () => new Date(), tidy = sweep, locked = withPacksLocked }: Effects = {},
): Installer {
  let running: Running | null = null;

  /** Holds the lock until `end` is called. */
  function begin(request: InstallRequest & { do: 'part' }): Promise<Running> {
    return new Promise((resolve, reject) => {
      locked(
        () =>
          new Promise<void>((end) => {
            resolve({ staging: createStaging(request, db, strict, { now, tidy }), end });
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
      if (ended) await tidy(db);
    } catch (error) {
      if (!storeProblem(error, 0)) throw error;
    } finally {
      ended?.end();
    }
  }

  async function takePart(request: InstallRequest & { do: 'part' }): Promise<InstallAnswer> {
    const { part } = request;
    if (part.part === 'manifest') {
      await end();
      running = await begin(request);
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

  /** One change of the packs that needs no parts. Expected failures are answers. */
  async function change(work: () => Promise<InstalledPack | null>): Promise<InstallAnswer> {
    try {
      const pack = await locked(work);
      return pack ? { ok: true, pack } : { ok: true };
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : storeProblem(error, 0);
      if (!problem) throw error;
      return { ok: false, problem };
    }
  }

  async function remove(pack: string): Promise<null> {
    await retire(pack, strict);
    await tidy(db);
    return null;
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
          return change(() => remove(request.pack));
        case 'turn':
          return change(() => turn(request.pack, request.to, strict));
        case 'vouch':
          return change(() => vouch(request.pack, request.hash, request.origin, strict).then(() => null));
      }
    },
  };
}
