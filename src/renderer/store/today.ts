import { useStart } from './settings.ts';

/** Today in the laptop's zone, `YYYY-MM-DD`, as main said at the start. */
export const useToday = (): string => useStart().today;
