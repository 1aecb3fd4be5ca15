import type { Problem } from '#domain/problem.ts';
import { ProblemError } from '#domain/problem.ts';
import { answered, FetchRefused } from './fetching.ts';

/** What is fetched of a pack: what ends it, and what must not come in any more though all of it is here. */
interface Fetch {
  readonly source: string;
  /** Its id. */
  readonly pack: string;
  readonly title: string;
  readonly signal: AbortSignal;
  /** Why it is wanted no more, by what a person did since; `null` while it is. */
  readonly withdrawn: () => Problem | null;
}

/** What is fetched, one after the other. Each can be ended, before its turn as well. */
export interface Fetches {
  /** Some work that fetches of a pack. @throws ProblemError what withdrew it */
  run<T>(of: Pick<Fetch, 'source' | 'pack' | 'title'>, work: (fetch: Fetch) => Promise<T>): Promise<T>;
  /** Work in its turn. @throws FetchRefused `stopped` */
  inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Nothing that was fetched of these is wanted any more. */
  withdraw(isOne: (fetch: Fetch) => boolean, why: (fetch: Fetch) => Problem): void;
  /** Ends what is under way; nothing is withdrawn by it. */
  stop(): void;
}

interface Held {
  readonly fetch: Fetch;
  readonly control: AbortController;
  why: Problem | null;
}

export function openFetches(): Fetches {
  /** The last of each pack from each source: under way, or brought and perhaps not installed yet. */
  const last = new Map<string, Held>();
  const running = new Set<Held>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async run(of, work) {
      const control = new AbortController();
      const held: Held = {
        control,
        why: null,
        fetch: { ...of, signal: control.signal, withdrawn: () => held.why },
      };
      last.set(`${of.source} ${of.pack}`, held);
      running.add(held);
      const [ended] = await Promise.allSettled([work(held.fetch)]);
      running.delete(held);
      // Whatever came of it: it is this that a person is told.
      if (held.why !== null) throw new ProblemError(held.why);
      if (ended.status === 'rejected') throw ended.reason;
      return ended.value;
    },
    inTurn(signal, work) {
      const mine = turn.then(() => {
        if (signal.aborted) throw new FetchRefused('stopped');
        return work();
      });
      turn = mine.catch(() => undefined);
      return answered(signal, mine);
    },
    withdraw(isOne, why) {
      for (const held of new Set([...last.values(), ...running])) {
        if (held.why !== null || !isOne(held.fetch)) continue;
        held.why = why(held.fetch);
        held.control.abort();
      }
    },
    stop() {
      for (const { control } of running) control.abort();
    },
  };
}
