import type { Transaction } from '@codemirror/state';

/** Milliseconds without a key after which the next one is a step of its own. */
const PAUSE = 2_000;

/** What one step takes back: a word with the space before it, or what was typed until a pause. */
export const undoneByWords = {
  newGroupDelay: PAUSE,
  joinToEvent: (change: Transaction, isAdjacent: boolean): boolean => isAdjacent && !beginsWord(change),
};

/** A space after a letter, typed or taken away. */
function beginsWord({ changes, startState: { doc } }: Transaction): boolean {
  let begins = false;
  changes.iterChanges((from, to, _from, _to, inserted) => {
    const first = inserted.length > 0 ? inserted.sliceString(0, 1) : doc.sliceString(to - 1, to);
    const before = doc.sliceString(Math.max(0, from - 1), from);
    if (/\s/.test(first) && /\S/.test(before)) begins = true;
  });
  return begins;
}
