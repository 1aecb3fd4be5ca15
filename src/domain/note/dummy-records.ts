import type { Say, WordKey } from '../words/words.ts';

const COLUMNS = ['madeUp', 'name', 'email', 'phone', 'postcode', 'reference'] as const;

/** Plainly no names, and yet with what breaks forms: accents, apostrophes, hyphens, spaces, length. */
const FIRST = ['Test', 'Sample', 'Dummy', 'Pretend', 'Ffug', 'Mádé-Up', 'Example'];
const LAST = [
  'Applicant',
  'O’Placeholder',
  'Ŵyneb-Gwneud',
  'de la Sample',
  'Claimant',
  'Person',
  'Nobody-at-All-Whatsoever',
];

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const MOST_ROWS = 10_000;

/**
 * A table of records that nobody can take for real: its heading, then `count` rows (10,000 at most) whose first cell
 * says that they are made up. The same count and seed give the same rows.
 */
export function dummyRecords(count: number, say: Say, seed = 1): readonly (readonly string[])[] {
  const random = randomFrom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const oneOf = (list: readonly string[] | string): string => list[below(list.length)] ?? '';
  const rows = Array.from({ length: Math.min(Math.max(0, Math.floor(count)), MOST_ROWS) }, (_, at) => {
    const number = String(at + 1).padStart(3, '0');
    return [
      say('dummy.yes'),
      `${oneOf(FIRST)} ${oneOf(LAST)} ${number}`,
      `made.up.${number}@example.${oneOf(['org', 'com', 'net'])}`,
      `${oneOf(['01632 960', '07700 900'])}${String(below(1_000)).padStart(3, '0')}`,
      // ZZ is the area of no post town.
      `ZZ${1 + below(98)} ${below(10)}${oneOf(LETTERS)}${oneOf(LETTERS)}`,
      `MADE-UP-${number}`,
    ];
  });
  return [COLUMNS.map((column) => say(`dummy.${column}` satisfies WordKey)), ...rows];
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
