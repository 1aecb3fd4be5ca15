import type { Backup } from '#bridge/notes.ts';
import { type Result, refuse } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { storeProblem } from '../store-problem.ts';
import { writesLocked } from '../write-guard.ts';
import { makeBackup } from './backup-maker.ts';
import { currentComparison } from './comparison.ts';

/** Milliseconds after the start, and between two looks at whether a backup is due. */
const FIRST = 20_000;
const AGAIN = 30 * 60_000;

let running: Promise<Result<Backup>> | null = null;
const last = sharedValue<Result<Backup> | null>(null);

/** Makes a backup of all that a person wrote; two at once are one. */
export function backUp(): Promise<Result<Backup>> {
  running ??= work().finally(() => {
    running = null;
  });
  return running;
}

async function work(): Promise<Result<Backup>> {
  const comparison = currentComparison();
  const whole = comparison.at === 'done' && comparison.found.unread === 0;
  const made = await makeBackup(whole).catch((error: unknown) => {
    const problem = storeProblem(error, 0);
    if (!problem) throw error;
    return refuse(problem);
  });
  last.set(made);
  return made;
}

/** Looks now and then whether today's is there, once the window is idle, and makes it. */
export function beginDailyBackups(later: (run: () => void, ms: number) => unknown = setTimeout): void {
  const look = async (): Promise<void> => {
    if (currentComparison().at === 'done' && !writesLocked()) {
      const due = await bridge().call['backups:due']();
      if (due.ok && due.value) await backUp();
    }
    later(() => void look(), AGAIN);
  };
  later(() => requestIdleCallback(() => void look()), FIRST);
}

/** What came of the last one in this window; `null` for none yet. */
export const useLastBackup = last.use;
