import { seeded } from './seeded.mjs';
import { isFunctionWord } from './stop-words.mjs';
import { wordsOf } from './words.mjs';

/**
 * Three words of a title, asked in three ways; the document with that title is the only right answer.
 * @typedef {{ id: string, complete: string, half: string, typo: string }} KnownItem
 * @typedef {object} Found mean of 1 ÷ rank in the first ten, for each way of asking
 * @property {number} complete
 * @property {number} half_typed the last word cut to three letters, asked as typing
 * @property {number} one_typo
 * @property {number} queries
 */

const QUERIES = 300;
const SEED = 7;
/** A shorter word is neither cut nor misspelt. */
const LONG_WORD = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * @param {readonly import('./engines/engines.mjs').Doc[]} docs
 * @param {number} [most]
 * @param {() => number} [next]
 * @returns {readonly KnownItem[]}
 */
export function knownItems(docs, most = QUERIES, next = seeded(SEED)) {
  const left = docs
    .map(({ id, title }) => ({ id, words: contentWords(title) }))
    .filter(({ words }) => words.length >= 3);
  /** @type {KnownItem[]} */
  const items = [];
  while (items.length < most && left.length > 0) {
    const [doc] = left.splice(Math.floor(next() * left.length), 1);
    const words = doc?.words ?? [];
    const from = Math.floor(next() * (words.length - 2));
    const [first = '', second = '', third = ''] = words.slice(from, from + 3);
    if (!doc || third.length < LONG_WORD) continue;
    const wrong = [first, second, third].findIndex((word) => word.length >= LONG_WORD);
    items.push({
      id: doc.id,
      complete: `${first} ${second} ${third}`,
      half: `${first} ${second} ${third.slice(0, 3)}`,
      typo: [first, second, third].map((word, place) => (place === wrong ? misspell(word, next) : word)).join(' '),
    });
  }
  return items;
}

/** @param {string} title */
const contentWords = (title) =>
  wordsOf(title).filter((word) => word.length > 2 && /^\p{L}+$/u.test(word) && !isFunctionWord(word));

/**
 * One letter dropped, added, changed, or two that follow each other swapped; never the first letter.
 * @param {string} word of at least three letters
 * @param {() => number} next
 */
export function misspell(word, next) {
  for (;;) {
    const at = 1 + Math.floor(next() * (word.length - 2));
    const letter = LETTERS[Math.floor(next() * LETTERS.length)] ?? '';
    const [before, here = '', after = '', rest] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
    const ways = [before + after + rest, before + letter + here + after + rest, before + letter + after + rest];
    const wrong = [...ways, before + after + here + rest][Math.floor(next() * 4)] ?? word;
    if (wrong !== word) return wrong;
  }
}

/**
 * @param {import('./engines/engines.mjs').Engine} engine
 * @param {readonly import('./engines/engines.mjs').Doc[]} docs
 * @returns {Promise<Found>}
 */
export async function findKnownItems(engine, docs) {
  const index = await engine.build(docs);
  const items = knownItems(docs);
  const found = { complete: 0, half_typed: 0, one_typo: 0 };
  for (const { id, complete, half, typo } of items) {
    found.complete += worthOf(await index.search(complete, 10), id);
    found.half_typed += worthOf(await index.typed(half, 10), id);
    found.one_typo += worthOf(await index.search(typo, 10), id);
  }
  const share = (/** @type {number} */ sum) => (items.length > 0 ? sum / items.length : Number.NaN);
  return {
    complete: share(found.complete),
    half_typed: share(found.half_typed),
    one_typo: share(found.one_typo),
    queries: items.length,
  };
}

/** @param {readonly string[]} ranking @param {string} id */
const worthOf = (ranking, id) => (ranking.includes(id) ? 1 / (ranking.indexOf(id) + 1) : 0);
