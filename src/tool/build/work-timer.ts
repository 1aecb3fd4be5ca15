/** A timer that passes when this process has worked so long. */
export interface WorkTimer {
  readonly passed: Promise<'passed'>;
  readonly cancel: () => void;
}

export interface WorkEffects {
  /** Milliseconds of processor time that this process has used. */
  readonly used: () => number;
  /** Calls back after so many milliseconds on the wall; the answer cancels. */
  readonly wait: (ms: number, then: () => void) => () => void;
}

const workEffects: WorkEffects = {
  used: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** On a machine this busy the page waits for the machine and not the other way round. */
const MOST_ROUNDS = 12;

/**
 * Passes after `ms` of processor time. A wall clock would make a page too slow because the laptop was busy with
 * something else, and the same folder would give another pack. Gives up after twelve times `ms` on the wall.
 */
export function afterWork(ms: number, effects: WorkEffects = workEffects): WorkTimer {
  const start = effects.used();
  let cancel = (): void => undefined;
  const passed = new Promise<'passed'>((resolve) => {
    const look = (round: number, wait: number): void => {
      cancel = effects.wait(wait, () => {
        const left = ms - (effects.used() - start);
        if (left <= 0 || round >= MOST_ROUNDS) resolve('passed');
        else look(round + wait / ms, Math.max(left, ms / 10));
      });
    };
    look(1, ms);
  });
  return { passed, cancel: () => cancel() };
}
