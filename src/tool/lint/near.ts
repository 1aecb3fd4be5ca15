/** Further apart than this, one word was not meant to be the other. */
const FURTHEST = 2;
const TOO_FAR = FURTHEST + 1;

/**
 * How many letters have to be put in, taken out, changed or swapped to make one word of the other, at most 3. What
 * lies further from the middle cannot be nearer, and is not looked at.
 */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FURTHEST) return TOO_FAR;
  let before: number[] = [];
  let nearestAbove = 0;
  let above = Array.from({ length: Math.min(b.length, FURTHEST) + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now: number[] = [];
    if (row <= FURTHEST) now[0] = row;
    let nearest = now[0] ?? TOO_FAR;
    for (let at = Math.max(1, row - FURTHEST); at <= Math.min(b.length, row + FURTHEST); at += 1) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      let least = Math.min(
        (above[at] ?? TOO_FAR) + 1,
        (now[at - 1] ?? TOO_FAR) + 1,
        (above[at - 1] ?? TOO_FAR) + same,
        TOO_FAR,
      );
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        least = Math.min(least, (before[at - 2] ?? FURTHEST) + 1);
      now[at] = least;
      nearest = Math.min(nearest, least);
    }
    // A swap reaches over one row.
    if (Math.min(nearest, nearestAbove + 1) === TOO_FAR) return TOO_FAR;
    [before, above, nearestAbove] = [above, now, nearest];
  }
  return above[b.length] ?? TOO_FAR;
}

/** The word of a list that another was meant to be, if one is near enough. */
export const nearestOf = (word: string, known: readonly string[]): string | undefined => {
  const most = word.length < 5 ? 1 : FURTHEST;
  const small = word.toLowerCase();
  return known
    .map((one) => ({ one, far: distance(small, one.toLowerCase()) }))
    .filter(({ far }) => far > 0 && far <= most)
    .sort((a, b) => a.far - b.far)[0]?.one;
};

/** Words by their length, so that one is held beside those alone that it could be meant for. */
export class WordList {
  readonly #all = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const same = this.#all.get(word.length);
      if (same) same.push(word);
      else this.#all.set(word.length, [word]);
    }
  }

  /** Those of about the length of a word. */
  like({ length }: string): readonly string[] {
    return Array.from({ length: FURTHEST * 2 + 1 }, (_, at) => this.#all.get(length + at - FURTHEST) ?? []).flat();
  }
}
