import { resolve } from 'node:path';
import { stoppedBy, untilStopped } from '#pack/carriers/repository-carrier.ts';

const turns = new Map<string, Promise<unknown>>();

/**
 * Runs work on a file when all that was asked before is over: one at a time in this process.
 * @throws CarrierRefused `stopped` where the signal says so before its turn; then the work is not begun
 */
export async function inTurn<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const key = resolve(path);
  const before = turns.get(key) ?? Promise.resolve();
  let isOver = (): void => undefined;
  const turn = before.then(
    () =>
      new Promise<void>((done) => {
        isOver = done;
      }),
  );
  turns.set(key, turn);
  try {
    await untilStopped(signal, before);
    if (signal.aborted) throw stoppedBy(signal);
    return await work();
  } finally {
    // Whoever gave up has its turn end as soon as it comes.
    void before.then(() => isOver());
    void turn.then(() => {
      if (turns.get(key) === turn) turns.delete(key);
    });
  }
}
