import type { MetricResult } from './record/note.ts';

/** Why the ends of an interval bound nothing: they stand the wrong way round, or the value is below or above them. */
export type BoundsFault = 'order' | 'below' | 'above';

/** What keeps the interval of a figure out of pictures; `null` also where nothing stands to be compared. */
export function boundsFault({ value, low, high }: Pick<MetricResult, 'value' | 'low' | 'high'>): BoundsFault | null {
  if (low !== null && high !== null && low > high) return 'order';
  if (value !== null && low !== null && value < low) return 'below';
  if (value !== null && high !== null && value > high) return 'above';
  return null;
}
