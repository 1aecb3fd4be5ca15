/** How many letters have to be put in, taken out, changed or swapped to make one word of the other, at most 3. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      let least = Math.min((above[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + same);
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        least = Math.min(least, (before[at - 2] ?? 0) + 1);
      now.push(least);
    }
    [before, above] = [above, now];
  }
  return Math.min(3, above[b.length] ?? 3);
}

/** The word of a list that another was meant to be, if one is near enough. */
export const nearestOf = (word: string, known: readonly string[]): string | undefined => {
  const most = word.length < 5 ? 1 : 2;
  return known
    .map((one) => ({ one, far: distance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ far }) => far > 0 && far <= most)
    .sort((a, b) => a.far - b.far)[0]?.one;
};
