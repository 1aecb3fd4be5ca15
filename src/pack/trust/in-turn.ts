import { resolve } from 'node:path';

const turns = new Map<string, Promise<unknown>>();

/** Runs work on a file when all that was asked before is over: one at a time in this process. */
export function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const key = resolve(path);
  const before = turns.get(key) ?? Promise.resolve();
  const turn = before.then(work, work);
  turns.set(key, turn);
  const leave = (): void => {
    if (turns.get(key) === turn) turns.delete(key);
  };
  turn.then(leave, leave);
  return turn;
}
