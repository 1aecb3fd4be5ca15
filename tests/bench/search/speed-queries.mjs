import { seeded } from './seeded.mjs';
import { isFunctionWord } from './stop-words.mjs';
import { wordsOf } from './words.mjs';

const SEED = 11;
const SHORT = 300;
const LONG = 100;
/** Of so many short queries, the last word is typed letter by letter. */
const TYPED = 60;

/**
 * Queries for measuring time: words that follow each other in a text, so that each query finds something. Short ones
 * have 2 to 4 words, long ones 8 to 14.
 * @param {readonly import('./engines/engines.mjs').Doc[]} docs
 * @returns {{ short: readonly string[], long: readonly string[], typing: readonly string[] }}
 */
export function speedQueries(docs) {
  const next = seeded(SEED);
  /** @param {number} count @param {number} fewest @param {number} spread */
  const made = (count, fewest, spread) => {
    /** @type {string[]} */
    const queries = [];
    // Texts may be too short, all of them: so many tries and no more.
    for (let tries = 0; queries.length < count && tries < count * 20; tries++) {
      const words = contentWords(docs[Math.floor(next() * docs.length)]?.text ?? '');
      const length = Math.min(words.length, fewest + (queries.length % spread));
      const from = Math.floor(next() * (words.length - length + 1));
      if (length >= fewest) queries.push(words.slice(from, from + length).join(' '));
    }
    return queries;
  };
  const short = made(SHORT, 2, 3);
  return { short, long: made(LONG, 8, 7), typing: short.slice(0, TYPED).flatMap(keystrokes) };
}

/** @param {string} text */
const contentWords = (text) => wordsOf(text).filter((word) => word.length > 3 && !isFunctionWord(word));

/** What stands in the box after each letter of the last word. @param {string} query */
export function keystrokes(query) {
  const start = query.lastIndexOf(' ') + 1;
  return Array.from({ length: query.length - start }, (_, letter) => query.slice(0, start + letter + 1));
}
