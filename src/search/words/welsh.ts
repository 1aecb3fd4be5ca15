// Welsh words change their first letter after other words: "bwrdd" is also "fwrdd" and "mwrdd". A question may be asked
// with any of them. Source of the table: the three mutations as grammars of Welsh give them.

/** Each first sound with its soft, nasal and aspirate forms; what is empty loses it. */
const MUTATIONS: readonly (readonly [sound: string, ...forms: string[]])[] = [
  ['p', 'b', 'mh', 'ph'],
  ['t', 'd', 'nh', 'th'],
  ['c', 'g', 'ngh', 'ch'],
  ['b', 'f', 'm'],
  ['d', 'dd', 'n'],
  ['g', '', 'ng'],
  ['ll', 'l'],
  ['m', 'f'],
  ['rh', 'r'],
];
/** Longest first: "ngh" is not "n" with letters after it. */
const SOUNDS = [...new Set(MUTATIONS.flat())].sort((a, b) => b.length - a.length);
const SHORTEST = 3;

const soundOf = (word: string): string => SOUNDS.find((sound) => sound !== '' && word.startsWith(sound)) ?? '';

/** All words that may be one with `word`, by their first sounds; without itself. Many of them do not exist. */
export function mutationsOf(word: string): readonly string[] {
  if (word.length < SHORTEST) return [];
  const sound = soundOf(word);
  const rest = word.slice(sound.length);
  const radicals = MUTATIONS.filter(([radical, ...forms]) => radical === sound || forms.includes(sound));
  // A vowel, l or r at the start may have lost a g.
  const lost = sound === '' || sound === 'l' || sound === 'r' ? [['g', '', 'ng'] as const] : [];
  const forms = [
    ...radicals.flatMap((all) => all.map((form) => form + rest)),
    ...lost.flatMap((all) => all.map((form) => form + word)),
  ];
  return [...new Set(forms)].filter((form) => form !== word && form.length >= SHORTEST);
}
