import { MARKINGS } from '../note/choices.ts';

export type Marking = (typeof MARKINGS)[number];

/** What others write as a marking, in any letters and with what stands around the higher one, as ours; `null` where it is none. */
export function markingIn(said: string): Marking | null {
  const words = said
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();
  if (/\bOFFICIAL ?SENSITIVE\b/.test(words)) return 'OFFICIAL-SENSITIVE';
  return words === 'OFFICIAL' ? 'OFFICIAL' : null;
}

/** The one that asks for most care; `null` where nothing is marked. */
export function highestMarking(markings: readonly (Marking | null)[]): Marking | null {
  const highest = Math.max(-1, ...markings.map((marking) => (marking === null ? -1 : MARKINGS.indexOf(marking))));
  return MARKINGS[highest] ?? null;
}

/** Whether a marking asks for less care than another; none asks for none. */
export const isLower = (marking: Marking, than: Marking | null): boolean =>
  than !== null && MARKINGS.indexOf(marking) < MARKINGS.indexOf(than);
