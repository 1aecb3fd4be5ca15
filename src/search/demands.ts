import type { Stage } from '#domain/stage.ts';
import type { Lexicon } from './lexicon.ts';
import type { Demands } from './operators.ts';
import type { Segment } from './segment.ts';

/** Says whether a section of a segment is as the query demands. */
export type Meets = (segment: Segment, globals: Uint32Array, section: number) => boolean;

/** A word that is nowhere is demanded in vain, and left out without loss. */
const NOWHERE = -1;

export function meetsAll({ phrases, without, inTitle, stages }: Demands, { numbers }: Lexicon): Meets {
  const numberOf = (stem: string): number => numbers.get(stem) ?? NOWHERE;
  const wanted = phrases.map((stems) => stems.map(numberOf));
  const unwanted = new Set(without.map(numberOf));
  const titled = inTitle.map(numberOf);

  return ({ arrays, pages }, globals, section) => {
    const from = arrays.starts[section] ?? 0;
    const headingEnd = from + (arrays.headings[section] ?? 0);
    const textStart = headingEnd + (arrays.surroundings[section] ?? 0);
    const to = arrays.starts[section + 1] ?? from;
    const stemAt = (at: number): number => globals[arrays.stream[at] ?? 0] ?? NOWHERE;
    const has = (stem: number, end: number): boolean => {
      for (let at = from; at < end; at++) if (stemAt(at) === stem) return true;
      return false;
    };
    const stands = (stems: readonly number[], start: number, end: number): boolean => {
      for (let at = start; at + stems.length <= end; at++) {
        if (stems.every((stem, place) => stemAt(at + place) === stem)) return true;
      }
      return false;
    };
    if (stages.length > 0 && !hasStage(pages[arrays.pages[section] ?? 0]?.stage ?? [], stages)) return false;
    if (unwanted.size > 0) for (let at = from; at < to; at++) if (unwanted.has(stemAt(at))) return false;
    if (!titled.every((stem) => has(stem, textStart))) return false;
    // A phrase stands in one field: the end of a heading and the start of a text are not side by side.
    return wanted.every(
      (stems) =>
        stands(stems, from, headingEnd) || stands(stems, headingEnd, textStart) || stands(stems, textStart, to),
    );
  };
}

const hasStage = (has: readonly Stage[], wanted: readonly Stage[]): boolean => wanted.some((one) => has.includes(one));
