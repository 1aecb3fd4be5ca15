import type { Day } from '#domain/day.ts';

/** Milliseconds between two looks at most: clocks are set, and people travel. */
const LONGEST = 60 * 60_000;

export interface DayEffects {
  readonly now: () => Date;
  readonly later: (run: () => void, ms: number) => unknown;
  /** The laptop wakes: a timer knows nothing of the time that it slept. */
  readonly wakes: (run: () => void) => unknown;
}

/** Tells each day that begins while the app runs. @param today in the laptop's own zone */
export function watchDay(today: () => Day, told: (day: Day) => void, { now, later, wakes }: DayEffects): void {
  let last = today();
  const look = (): void => {
    const day = today();
    if (day === last) return;
    last = day;
    told(day);
  };
  const wait = (): void => {
    const at = now();
    const midnight = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1);
    later(
      () => {
        look();
        wait();
      },
      Math.min(LONGEST, midnight.getTime() - at.getTime() + 50),
    );
  };
  wakes(look);
  wait();
}
