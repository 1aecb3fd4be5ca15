/** Words sorted by code unit; `wordStems` has the stem of each. A word of two languages may be there with two stems. */
export interface WordList {
  readonly words: readonly string[];
  readonly wordStems: Uint32Array;
}

/** The first place in a sorted list that is not before `word`. */
export function placeOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a word is in a list with this very stem. */
export function hasWord({ words, wordStems }: WordList, word: string, stem: number): boolean {
  for (let place = placeOf(words, word); words[place] === word; place++) if (wordStems[place] === stem) return true;
  return false;
}

/** One list of several. Two by two, so that each word is looked at once for each doubling. */
export function mergeLists(all: readonly WordList[]): WordList {
  const [only = { words: [], wordStems: new Uint32Array() }] = all;
  if (all.length < 2) return only;
  const half = all.length >> 1;
  return merge(mergeLists(all.slice(0, half)), mergeLists(all.slice(half)));
}

function merge(a: WordList, b: WordList): WordList {
  const words: string[] = [];
  const wordStems = new Uint32Array(a.words.length + b.words.length);
  for (let inA = 0, inB = 0; inA < a.words.length || inB < b.words.length; ) {
    const wordA = a.words[inA];
    const wordB = b.words[inB];
    const stemA = a.wordStems[inA] ?? 0;
    const stemB = b.wordStems[inB] ?? 0;
    const fromA =
      wordB === undefined || (wordA !== undefined && (wordA < wordB || (wordA === wordB && stemA <= stemB)));
    if (wordA === wordB && stemA === stemB) inB++;
    wordStems[words.length] = fromA ? stemA : stemB;
    words.push((fromA ? wordA : wordB) ?? '');
    if (fromA) inA++;
    else inB++;
  }
  return { words, wordStems: wordStems.slice(0, words.length) };
}
