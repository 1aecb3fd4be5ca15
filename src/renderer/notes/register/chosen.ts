import { sharedValue } from '#kit/shared-value.ts';

/** The notes that are ticked, in the register or in the bin; they stay ticked when another screen is shown. */
const chosen = sharedValue<ReadonlySet<string>>(new Set());

export const setChosen = chosen.set;

export const useChosen = chosen.use;

/** Ticks a note, or takes its tick away. */
export function toggleChosen(id: string): void {
  const next = new Set(chosen.get());
  if (!next.delete(id)) next.add(id);
  setChosen(next);
}
