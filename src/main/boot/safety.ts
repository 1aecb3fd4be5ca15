import type { DiskSpace } from '#bridge/system.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Say } from '#domain/words/words.ts';
import type { Backups } from '../notes/backups.ts';
import type { Ballast } from '../notes/journal/ballast.ts';
import type { Guards, Versions } from './guards.ts';
import type { Log } from './log.ts';

/** What the app does to its window and its folders so that words are not lost. */
export interface SafetyEffects {
  /** Moves the window's store aside. @throws what the disk said */
  readonly moveAside: () => boolean;
  readonly reload: () => void;
  /** Why nothing may be written to the home now; `null` where it may. */
  readonly problem: () => Promise<Problem | null>;
  /** Opens the window anew on a store in memory. */
  readonly guidance: () => void;
  /** Moves the store aside at the next start, and starts anew. */
  readonly restart: () => void;
  /** The system's own question. */
  readonly confirm: (say: Say) => Promise<boolean>;
  /** Deletes what Satchel made, ends the app, and says what stays. */
  readonly erase: (say: Say) => Promise<void>;
  /** Milliseconds that the disk takes to write a little and keep it; endless where it does not. */
  readonly probe: () => Promise<number>;
}

export interface Safety {
  /** Where everything lies. */
  readonly folder: string;
  started(schema: Versions['schema']): null;
  space(): Promise<DiskSpace>;
  /** `held`: Chromium has the store open. Systems let it be moved even so, and it would go on being used. */
  mend(held: boolean): null;
  guidance(): null;
  erase(say: Say): Promise<'cancelled'>;
}

/** A local disk takes far less. */
const SLOW = 1_000;

export function openSafety(
  folder: string,
  guards: Guards,
  backups: Pick<Backups, 'compose'>,
  ballast: Ballast,
  log: Log,
  effects: SafetyEffects,
): Safety {
  let unsteady: Promise<boolean> | null = null;
  return {
    folder,
    started(schema) {
      if (guards.started(schema)) {
        // Not waited for: it is made of what main has, whatever the window does to its databases.
        void backups.compose().then(
          () => guards.keep(schema),
          (error: unknown) => log('no backup before the upgrade', error),
        );
      }
      return null;
    },
    async space() {
      unsteady ??= effects.probe().then((ms) => ms > SLOW);
      const { free, low } = await ballast.look();
      return { free: Math.min(free, Number.MAX_SAFE_INTEGER), low, unsteady: await unsteady };
    },
    mend(held) {
      guards.renewed();
      if (held) {
        effects.restart();
        return null;
      }
      try {
        effects.moveAside();
        effects.reload();
      } catch (error) {
        log('the store is still held', error);
        effects.restart();
      }
      return null;
    },
    guidance() {
      effects.guidance();
      return null;
    },
    async erase(say) {
      if (!(await effects.confirm(say))) return 'cancelled';
      // The question may have stood for long: what another machine has taken over meanwhile is not ours to delete.
      const problem = await effects.problem();
      if (problem) throw new ProblemError(problem);
      await effects.erase(say);
      return 'cancelled';
    },
  };
}
