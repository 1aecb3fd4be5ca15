import type { Day } from '#domain/day.ts';
import { bridge } from './bridge.ts';
import { useStart } from './settings.ts';
import { sharedValue } from './shared-value.ts';

/** What main has said since the start. */
const begun = sharedValue<Day | null>(null);

/** Once, at the start: a day that begins later is shown everywhere. */
export const hearDays = (): (() => void) => bridge().on('today', begun.set);

/** Today in the laptop's zone, `YYYY-MM-DD`. */
export function useToday(): Day {
  const atStart = useStart().today;
  return begun.use() ?? atStart;
}
