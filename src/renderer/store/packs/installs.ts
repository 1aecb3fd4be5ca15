import type { Bridge } from '#bridge/calls.ts';
import type { ManifestHead, Offer } from '#bridge/packs.ts';
import type { InstallQuestion } from '#domain/pack/install-question.ts';
import type { SectionCounts } from '#domain/pack/section-changes.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { type InstalledPack, packRows } from '../db.ts';
import { countChanges } from './compare.ts';
import { installPack } from './install.ts';
import { lookAtOffer, vouchForSame } from './install-look.ts';
import { dismissRemoval, forgetRemoval } from './removals.ts';

export type InstallStage =
  | { readonly stage: 'waiting' }
  /** A person has to say whether it comes in. */
  | { readonly stage: 'asking'; readonly question: InstallQuestion }
  /** Expanded bytes that are stored, of all. */
  | { readonly stage: 'running'; readonly done: number; readonly total: number }
  /** `changes`: what it changed of the release before, where somebody asked for it. */
  | { readonly stage: 'done'; readonly pack: InstalledPack; readonly changes?: SectionCounts }
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
  /** What a person is asked first; `null` for nothing. */
  readonly look: typeof lookAtOffer;
  /** The release that is here where the offered one is the same and says more of who made it: that is noted of it. */
  readonly vouched: typeof vouchForSame;
  /** The person began something new. */
  readonly began: () => void;
  /** Whether some release of a pack is here. */
  readonly isHere: (id: string) => Promise<boolean>;
  /** A pack stands. */
  readonly installed: (id: string) => Promise<void>;
  /** What the release changed of the one before; `null` where there is none. */
  readonly changes: (pack: InstalledPack) => Promise<SectionCounts | null>;
  /** Told of an error that nobody expects. */
  readonly broke: (error: unknown) => void;
}

const theWindow: Effects = {
  from: bridge,
  install: installPack,
  look: lookAtOffer,
  vouched: vouchForSame,
  isHere: async (id) => (await packRows().packs.get(id)) !== undefined,
  began: dismissRemoval,
  installed: (id) => forgetRemoval(id),
  changes: countChanges,
  broke: (error) => reportError(error),
};

const isOver = ({ at }: Install): boolean => at.stage === 'done' || at.stage === 'refused';

/** The packs on their way in, one after another. What came of one stays until the next begins or it is dismissed. */
export function createInstalls({
  from,
  install,
  look,
  vouched,
  isHere,
  began,
  installed,
  changes,
  broke,
}: Effects = theWindow) {
  const installs = sharedValue<readonly Install[]>([]);
  const offers = new Map<string, Offer>();
  /** Tickets of what is wanted in the place of a pack that was here, not as a new one. */
  const updates = new Set<string>();
  const running = new Map<string, AbortController>();
  /** What was agreed to and did not come in yet, by manifest hash: the question. It holds for that release alone. */
  const agreed = new Map<string, string>();
  let unnamed = 0;
  let atWork = false;

  function move(ticket: string, at: InstallStage): void {
    installs.set(installs.get().map((one) => (one.ticket === ticket ? { ...one, at } : one)));
  }

  /** What an update did is told with its end. That it cannot be told does not undo it. */
  async function done(ticket: string, pack: InstalledPack): Promise<InstallStage> {
    const isQuiet = installs.get().some((one) => one.ticket === ticket && one.quiet);
    if (isQuiet) return { stage: 'done', pack };
    try {
      const counts = await changes(pack);
      return { stage: 'done', pack, ...(counts ? { changes: counts } : {}) };
    } catch (error) {
      broke(error);
      return { stage: 'done', pack };
    }
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
      if (answer.ok) {
        agreed.delete(answer.value.hash);
        await installed(answer.value.id);
      }
      move(ticket, answer.ok ? await done(ticket, answer.value) : { stage: 'refused', problem: answer.problem });
    } catch (error) {
      // A fault of ours must not hold up the packs behind it.
      move(ticket, { stage: 'refused', problem: { code: 'call-refused' } });
      broke(error);
    } finally {
      running.delete(ticket);
      updates.delete(ticket);
    }
  }

  /** The one whose turn it is. While a person is asked about one, only packs that need no question pass it. */
  function nextOffer(): Offer | undefined {
    const all = installs.get();
    const asking = all.some(({ at }) => at.stage === 'asking');
    const next = all.find(({ pack, at }) => at.stage === 'waiting' && (!asking || pack?.origin === 'app'));
    return next && offers.get(next.ticket);
  }

  /** Whether it may come in now. Else it asks, or is over. */
  async function mayRun({ ticket, found }: Offer): Promise<boolean> {
    if ('problem' in found || found.manifest.origin === 'app') return true;
    try {
      const { id, title, origin } = found.manifest;
      if (updates.has(ticket) && !(await isHere(id))) {
        const source = typeof origin === 'object' ? origin.source : '';
        giveBack(ticket, { code: 'update-withdrawn', pack: title, source, gone: 'pack' });
        return false;
      }
      const same = await vouched(found.manifest);
      if (same !== null) {
        letGo(ticket);
        move(ticket, { stage: 'done', pack: same });
        return false;
      }
      const answer = await look(found.manifest);
      // Stopped meanwhile.
      if (!offers.has(ticket)) return false;
      if (!answer.ok) {
        giveBack(ticket, answer.problem);
        return false;
      }
      const question = answer.value;
      if (question === null || agreed.get(found.manifest.hash) === JSON.stringify(question)) return true;
      move(ticket, { stage: 'asking', question });
    } catch (error) {
      giveBack(ticket, { code: 'call-refused' });
      broke(error);
    }
    return false;
  }

  /** Main lets go of a file that is read no further. */
  function letGo(ticket: string): void {
    offers.delete(ticket);
    updates.delete(ticket);
    void from().call['packs:stop'](ticket);
  }

  /** It does not come in. */
  function giveBack(ticket: string, problem: Problem): void {
    letGo(ticket);
    move(ticket, { stage: 'refused', problem });
  }

  /** Stops one that waits or runs. What was installed before stays. */
  function stopInstall(ticket: string): void {
    running.get(ticket)?.abort();
    const offer = offers.get(ticket);
    if (!offer) return;
    const pack = 'manifest' in offer.found ? offer.found.manifest.title : offer.file;
    giveBack(ticket, { code: 'pack-stopped', pack });
  }

  async function runAll(): Promise<void> {
    if (atWork) return;
    atWork = true;
    for (let next = nextOffer(); next; next = nextOffer()) {
      const { found, ticket } = next;
      const isOurs = 'manifest' in found && found.manifest.origin === 'app';
      if (!isOurs && !(await mayRun(next))) continue;
      offers.delete(ticket);
      await runOne(ticket, next);
    }
    atWork = false;
  }

  /** Puts offers into the queue. What came of earlier ones is cleared away. */
  function startInstalls(offered: readonly Offer[], { quiet = false, isUpdate = false } = {}): void {
    const added = offered.map((offer): Install => {
      const { ticket, file, found } = offer;
      if ('problem' in found) return { ticket, file, quiet, at: { stage: 'refused', problem: found.problem } };
      offers.set(ticket, offer);
      if (isUpdate) updates.add(ticket);
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
    async installFrom(asked: Promise<Result<readonly Offer[]>>, { isUpdate = false } = {}): Promise<boolean> {
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
      startInstalls(answer.value, { isUpdate });
      return answer.value.length > 0;
    },

    stopInstall,

    /** Stops all of a pack that a person takes off. */
    stopInstallsOf(pack: string): void {
      for (const one of installs.get()) if (one.pack?.id === pack) stopInstall(one.ticket);
    },

    /** The person's answer about one that asks. What is here may have changed since: then the new question is asked. */
    answerInstall(ticket: string, wanted: boolean): void {
      const one = installs.get().find((each) => each.ticket === ticket);
      if (one?.pack === undefined || one.at.stage !== 'asking') return;
      const { title, version, hash } = one.pack;
      if (wanted) {
        agreed.set(hash, JSON.stringify(one.at.question));
        move(ticket, { stage: 'waiting' });
      } else giveBack(ticket, { code: 'pack-declined', pack: title, version });
      void runAll();
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

export const { startInstalls, installFrom, stopInstall, stopInstallsOf, answerInstall, dismiss } = all;

/** The system's own dialog, then the packs chosen there. False when it was cancelled. */
export const chooseAndInstall = (): Promise<boolean> => installFrom(bridge().call['packs:choose']());

/** Packs on their way in and what came of the last ones, oldest first. */
export const useInstalls = all.use;
