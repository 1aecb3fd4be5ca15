// Porter's algorithm (1980), from its published description, after British and American spellings are made one.

const consonant = (word: string, at: number): boolean => {
  const letter = word[at];
  if (letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u') return false;
  return letter !== 'y' || at === 0 || !consonant(word, at - 1);
};

/** How many times a vowel run is followed by a consonant run. */
function measure(word: string): number {
  let count = 0;
  let at = 0;
  while (at < word.length && consonant(word, at)) at++;
  for (;;) {
    while (at < word.length && !consonant(word, at)) at++;
    if (at >= word.length) return count;
    count++;
    while (at < word.length && consonant(word, at)) at++;
  }
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!consonant(word, at)) return true;
  return false;
}

const endsDouble = (word: string): boolean =>
  word.length > 1 && word.at(-1) === word.at(-2) && consonant(word, word.length - 1);

const endsShort = (word: string): boolean => {
  const last = word.length - 1;
  return (
    last > 1 && consonant(word, last) && !consonant(word, last - 1) && consonant(word, last - 2) && !/[wxy]$/.test(word)
  );
};

type Rule = readonly [ending: string, instead: string];

const STEP_2: readonly Rule[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['iser', 'ise'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['isation', 'ise'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP_3: readonly Rule[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alise', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ise ion al er ic ou'.split(' ');

function replaceEnding(word: string, rules: readonly Rule[]): string {
  for (const [ending, instead] of rules) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    return measure(stem) > 0 ? stem + instead : word;
  }
  return word;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find((one) => word.endsWith(one) && hasVowel(word.slice(0, -one.length)));
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  if (/(?:at|bl|is)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function withoutSuffix(word: string): string {
  const ending = STEP_4.find((one) => word.endsWith(one));
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  return measure(stem) > 1 && (ending !== 'ion' || /[st]$/.test(stem)) ? stem : word;
}

function tidy(word: string): string {
  let out = word;
  if (out.endsWith('e')) {
    const stem = out.slice(0, -1);
    const size = measure(stem);
    if (size > 1 || (size === 1 && !endsShort(stem))) out = stem;
  }
  return measure(out) > 1 && endsDouble(out) && out.endsWith('l') ? out.slice(0, -1) : out;
}

/** "organize" and "organise", "behavior" and "behaviour" are one word to a reader. */
function oneSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/([iy])z(e|ed|es|ing|er|ers|ation|ations|ational)$/, '$1s$2')
    .replace(/^(behavi|col|fav|hon|lab|neighb|harb|endeav)our/, '$1or')
    .replace(/^(licen|defen|offen)ce/, '$1se')
    .replace(/^cent(?:re|er)(s?)$/, 'center$1')
    .replace(/^program(?:me)?(s?)$/, 'program$1')
    .replace(/^(catal|dial|anal)ogue/, '$1og');
}

/** The stem of an English word in small letters. */
export function englishStem(word: string): string {
  if (word.length < 3) return word;
  let out = withoutTense(withoutPlural(oneSpelling(word)));
  if (out.endsWith('y') && hasVowel(out.slice(0, -1))) out = `${out.slice(0, -1)}i`;
  return tidy(withoutSuffix(replaceEnding(replaceEnding(out, STEP_2), STEP_3)));
}
