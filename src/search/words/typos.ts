import type { Lexicon } from '../lexicon.ts';
import type { WordList } from './word-list.ts';

/** Finds words that differ from a misspelt one by an edit or two. Two beyond seven letters, one below. */
export interface Speller {
  /** Stems of the nearest words, those of most sections first; empty when none is near. */
  readonly near: (word: string) => readonly number[];
}

const SHORTEST = 4;
const MOST = 3;

/** One bit per letter or digit that occurs: two words that are an edit apart differ in at most two bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; count++) left &= left - 1;
  return count;
}

/** Kept with its list: that of the packs stays while layers come and go. */
const lettersOfLists = new WeakMap<WordList, Int32Array>();
function lettersIn(list: WordList): Int32Array {
  const letters = lettersOfLists.get(list) ?? Int32Array.from(list.words, lettersOf);
  lettersOfLists.set(list, letters);
  return letters;
}

export function createSpeller({ lists, frequencies }: Lexicon): Speller {
  const all = lists.map((list) => ({ ...list, letters: lettersIn(list) }));
  return {
    near(word) {
      if (word.length < SHORTEST || /\d/.test(word)) return [];
      const own = lettersOf(word);
      let best = word.length > 7 ? 2 : 1;
      const found = new Map<number, number>();
      for (const { words, wordStems, letters } of all) {
        for (let place = 0; place < words.length; place++) {
          if (bitCount((letters[place] ?? 0) ^ own) > 2 * best) continue;
          const other = words[place] ?? '';
          if (Math.abs(other.length - word.length) > best || other.length < SHORTEST) continue;
          const distance = edits(word, other, best);
          if (distance > best) continue;
          best = distance;
          const stem = wordStems[place] ?? 0;
          found.set(stem, Math.min(found.get(stem) ?? distance, distance));
        }
      }
      return [...found]
        .filter(([, distance]) => distance === best)
        .map(([stem]) => stem)
        .sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b)
        .slice(0, MOST);
    },
  };
}

/** Letters added, dropped, changed or swapped with their neighbour; gives up beyond `most`. */
export function edits(a: string, b: string, most: number): number {
  let before = new Uint16Array(b.length + 1);
  let row = Uint16Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1);
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
