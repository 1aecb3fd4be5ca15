import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import type { Say } from '#domain/words/words.ts';
import { bridge } from './bridge.ts';

/** A note that could not be saved. */
export interface NotSaved {
  readonly title: string;
  readonly problem: Problem;
  /** Its last words are in one of the two places. */
  readonly kept: boolean;
}

/** Writes what waits. The answer: what could not be saved. */
type Flush = () => Promise<NotSaved | null>;

const flushes = new Set<Flush>();

/** Has something written when the window closes, is left, or the laptop goes to sleep; the answer ends that. */
export function onLeaving(flush: Flush): () => void {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
}

/** Brings what is still on its way into the words. `isLast`: at once, as far as it is known. */
type Settle = (isLast: boolean) => Promise<void>;

const settles = new Set<Settle>();
/** Milliseconds that a window waits for what is on its way. */
const SETTLING = 1_500;

/** Has something come into the words before they are written for the last time; the answer ends that. */
export function beforeLeaving(settle: Settle): () => void {
  settles.add(settle);
  return () => {
    settles.delete(settle);
  };
}

async function settleAll(): Promise<void> {
  if (settles.size === 0) return;
  const time = new Promise((resolve) => setTimeout(resolve, SETTLING));
  await Promise.race([Promise.allSettled([...settles].map((settle) => settle(false))), time]);
  settleNow();
}

function settleNow(): void {
  for (const settle of settles) void settle(true);
}

async function flushAll(): Promise<readonly NotSaved[]> {
  const done = await Promise.allSettled([...flushes].map((flush) => flush()));
  return done.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
}

/** Begins to hear when it is time to write; once, at the start of the window. */
export function hearLeaving(say: Say, window: Window = globalThis.window): void {
  bridge().on('leaving', () => {
    void settleAll()
      .then(flushAll)
      .then((all) =>
        bridge().call['app:ready-to-leave'](
          all.map(({ title, problem, kept }) => ({
            title: title || say('notes.untitled'),
            reason: problemWords(problem, say).fact,
            kept,
          })),
        ),
      );
  });
  bridge().on('flush', () => void flushAll());
  window.addEventListener('blur', () => void flushAll());
  window.addEventListener('pagehide', () => {
    settleNow();
    void flushAll();
  });
}
