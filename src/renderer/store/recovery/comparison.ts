import type { Problem } from '#domain/problem.ts';
import { type Result, refuse } from '#domain/result.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { storeProblem } from '../store-problem.ts';
import type { Recovered, RecoveryCalls, RecoveryEffects } from './recovery.ts';
import { waitFor } from './recovery-gate.ts';

/** How the comparison of the window's notes with their journal stands. */
export type Comparison =
  | { readonly at: 'running' }
  /** `read`: the note about what was put back is closed. */
  | { readonly at: 'done'; readonly found: Recovered; readonly read: boolean }
  | { readonly at: 'refused'; readonly problem: Problem };

const comparison = sharedValue<Comparison>({ at: 'running' });

/**
 * Compares once, after the first screen was painted; notes that are to be edited wait for it from now on. `second`:
 * the title of a second copy.
 */
export function beginComparison(
  call: RecoveryCalls,
  second: RecoveryEffects['second'],
  ready: () => Promise<unknown> = painted,
): Promise<Comparison> {
  const work = ready().then(() => outcome(call, second));
  waitFor(work);
  return work.then((found) => {
    comparison.set(
      found.ok ? { at: 'done', found: found.value, read: false } : { at: 'refused', problem: found.problem },
    );
    return comparison.get();
  });
}

async function outcome(call: RecoveryCalls, second: RecoveryEffects['second']): Promise<Result<Recovered>> {
  // With the rules of notes, which the first screen does not need.
  const { recover, windowRecovery } = await import('./recovery.ts');
  const its = windowRecovery(call, second);
  if (!(await opens(its))) return refuse({ code: 'store-unavailable' });
  const start = performance.now();
  try {
    const found = await recover(its);
    performance.measure('notes-compared', { start });
    return found;
  } catch (error) {
    const problem = storeProblem(error, 0);
    if (!problem) throw error;
    return refuse(problem);
  }
}

/** Whatever keeps a database from opening, an upgrade that failed too, is mended in the same way. */
const opens = ({ db, own }: RecoveryEffects): Promise<boolean> =>
  Promise.all([db.open(), own.open()]).then(
    () => true,
    () => false,
  );

/** Not before the first screen stands, and not long after it. */
export const painted = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: 500 });
  });

/** The note about what was put back was read. What could not be read is still not there. */
export function dismissComparison(): void {
  const now = comparison.get();
  if (now.at === 'done') comparison.set({ ...now, read: true });
}

export const currentComparison = comparison.get;

export const useComparison = comparison.use;
