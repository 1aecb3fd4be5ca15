import { powerMonitor } from 'electron';
import type { DayEffects } from './day-watch.ts';

export const dayEffects: DayEffects = {
  now: () => new Date(),
  later: (run, ms) => setTimeout(run, ms).unref(),
  wakes: (run) => powerMonitor.on('resume', run),
};
