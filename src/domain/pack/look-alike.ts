/** Letters of other scripts that look like Latin ones, and what stands for another letter at a glance. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аαɑ', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еєε', 'e'],
    ['ɡ', 'g'],
    ['нһη', 'h'],
    ['іїιı1l|ӏ', 'i'],
    ['јϳ', 'j'],
    ['кκ', 'k'],
    ['мμ', 'm'],
    ['оοσ0', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υ', 'u'],
    ['ѵν', 'v'],
    ['ԝω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    ['ζ', 'z'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter) => [letter, latin])),
);

/** How words look at a glance: in any letters, with any accents, spaces and marks. Not for showing. */
function glance(words: string): string {
  const small = words.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const alike = [...small].map((letter) => ALIKE[letter] ?? letter).join('');
  return alike.replace(/[^\p{L}\p{N}]/gu, '').replaceAll('rn', 'm');
}

/** Whether two names would be taken for each other. What has no letters is like nothing. */
export function looksLike(one: string, other: string): boolean {
  const seen = glance(one);
  return seen !== '' && seen === glance(other);
}
