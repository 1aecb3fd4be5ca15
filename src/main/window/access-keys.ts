/**
 * Words of a menu with the letter of each that chooses it by Alt or by the letter alone, marked with `&` as Electron wants
 * it. The first letters of words come first; no two items have the same one as long as there are letters. Languages need
 * no table of their own.
 */
export function withAccessKeys(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const at = placesOf(label).find((place) => !taken.has(letterAt(label, place)));
    const escaped = (text: string): string => text.replaceAll('&', '&&');
    if (at === undefined) return escaped(label);
    taken.add(letterAt(label, at));
    return `${escaped(label.slice(0, at))}&${escaped(label.slice(at))}`;
  });
}

const letterAt = (label: string, at: number): string => label.charAt(at).toLowerCase();

/** First letters of words, then all letters. Only plain ones: every keyboard has them. */
function placesOf(label: string): readonly number[] {
  const letters = [...label.matchAll(/[a-z]/gi)].map(({ index }) => index);
  const first = letters.filter((at) => at === 0 || !/\p{L}/u.test(label.charAt(at - 1)));
  return [...first, ...letters];
}
