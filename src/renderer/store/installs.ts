import type { Bridge, ManifestHead, Offer } from '#bridge/calls.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from './bridge.ts';
import type { InstalledPack } from './db.ts';
import { installPack } from './install.ts';
import { dismissRemoval, forgetRemoval } from './removals.ts';
import { sharedValue } from './shared-value.ts';

export type InstallStage =
  | { readonly stage: 'waiting' }
  /** Expanded bytes that are stored, of all. */
  | { readonly stage: 'running'; readonly done: number; readonly total: number }
  | { readonly stage: 'done'; readonly pack: InstalledPack }
  | { readonly stage: 'refused'; readonly problem: Problem };

/** One pack file on its way in, or what came of it. */
export interface Install {
  readonly ticket: string;
  /** File name without its folder. */
  readonly file: string;
  /** What the file says it is; absent when it could not be read. */
  readonly pack?: ManifestHead;
  /** Nobody asked for it: it came with the app. */
  readonly quiet: boolean;
  readonly at: InstallStage;
}

interface Effects {
  readonly from: () => Bridge;
  readonly install: typeof installPack;
  /** The person began something new. */
  readonly began: () => void;
  /** A pack stands. */
  readonly installed: (id: string) => Promise<void>;
  /** Told of an error that nobody expects. */
  readonly broke: (error: unknown) => void;
}

const theWindow: Effects = {
  from: bridge,
  install: installPack,
  began: dismissRemoval,
  installed: (id) => forgetRemoval(id),
  broke: (error) => reportError(error),
};

const isOver = ({ at }: Install): boolean => at.stage === 'done' || at.stage === 'refused';

/** The packs on their way in, one after another. What came of one stays until the next begins or it is dismissed. */
export function createInstalls({ from, install, began, installed, broke }: Effects = theWindow) {
  const installs = sharedValue<readonly Install[]>([]);
  const offers = new Map<string, Offer>();
  const running = new Map<string, AbortController>();
  let unnamed = 0;

  function move(ticket: string, at: InstallStage): void {
    installs.set(installs.get().map((one) => (one.ticket === ticket ? { ...one, at } : one)));
  }

  async function runOne(ticket: string, offer: Offer): Promise<void> {
    const stop = new AbortController();
    running.set(ticket, stop);
    move(ticket, { stage: 'running', done: 0, total: 0 });
    try {
      const answer = await install(offer, from(), {
        onProgress: ({ done, total }) => move(ticket, { stage: 'running', done, total }),
        signal: stop.signal,
      });
      if (answer.ok) await installed(answer.value.id);
      move(ticket, answer.ok ? { stage: 'done', pack: answer.value } : { stage: 'refused', problem: answer.problem });
    } catch (error) {
      // A fault of ours must not hold up the packs behind it.
      move(ticket, { stage: 'refused', problem: { code: 'call-refused' } });
      broke(error);
    } finally {
      running.delete(ticket);
    }
  }

  async function runAll(): Promise<void> {
    if (running.size > 0) return;
    const next = installs.get().find(({ at }) => at.stage === 'waiting');
    const offer = next && offers.get(next.ticket);
    if (!offer) return;
    offers.delete(offer.ticket);
    await runOne(offer.ticket, offer);
    await runAll();
  }

  /** Puts offers into the queue. What came of earlier ones is cleared away. */
  function startInstalls(offered: readonly Offer[], { quiet = false } = {}): void {
    const added = offered.map((offer): Install => {
      const { ticket, file, found } = offer;
      if ('problem' in found) return { ticket, file, quiet, at: { stage: 'refused', problem: found.problem } };
      offers.set(ticket, offer);
      return { ticket, file, pack: found.manifest, quiet, at: { stage: 'waiting' } };
    });
    if (added.length === 0) return;
    if (!quiet) began();
    installs.set([...installs.get().filter((one) => !isOver(one)), ...added]);
    void runAll();
  }

  return {
    startInstalls,

    /** Installs what main answers: files chosen, dropped or named on the command line. False when there are none. */
    async installFrom(asked: Promise<Result<readonly Offer[]>>): Promise<boolean> {
      const answer = await asked;
      if (!answer.ok) {
        unnamed += 1;
        const at = { stage: 'refused', problem: answer.problem } as const;
        installs.set([
          ...installs.get().filter((one) => !isOver(one)),
          { ticket: `none-${unnamed}`, file: '', quiet: false, at },
        ]);
        return true;
      }
      startInstalls(answer.value);
      return answer.value.length > 0;
    },

    /** Stops one that waits or runs. What was installed before stays. */
    stopInstall(ticket: string): void {
      running.get(ticket)?.abort();
      const offer = offers.get(ticket);
      if (!offer) return;
      offers.delete(ticket);
      void from().call['packs:stop'](ticket);
      const pack = 'manifest' in offer.found ? offer.found.manifest.title : offer.file;
      move(ticket, { stage: 'refused', problem: { code: 'pack-stopped', pack } });
    },

    /** Closes the message of one that is over; of all that are, when none is named. */
    dismiss(ticket?: string): void {
      installs.set(installs.get().filter((one) => !isOver(one) || (ticket !== undefined && one.ticket !== ticket)));
    },

    get: installs.get,
    subscribe: installs.subscribe,
    use: installs.use,
  };
}

const all = createInstalls();

export const { startInstalls, installFrom, stopInstall, dismiss } = all;

/** The system's own dialog, then the packs chosen there. False when it was cancelled. */
export const chooseAndInstall = (): Promise<boolean> => installFrom(bridge().call['packs:choose']());

/** Packs on their way in and what came of the last ones, oldest first. */
export const useInstalls = all.use;
