import { stemmer } from '@orama/stemmers/english';

/** @type {Map<string, string>} */
const known = new Map();

/** Porter's stem of an English word, for peers that bring no stemmer of their own. @param {string} word */
export function stem(word) {
  let found = known.get(word);
  if (found === undefined) {
    found = stemmer(word);
    known.set(word, found);
  }
  return found;
}
