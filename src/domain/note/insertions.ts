import { diff3Merge, diffIndices } from 'node-diff3';

/**
 * Two texts that were each made from `base` by typing, without taking a word out: `base` with what was typed in both,
 * so that two windows in one paragraph do not write it twice. `null` where either did more than that: to join those
 * would make sentences that nobody wrote.
 */
export function joinInsertions(base: string, theirs: string, mine: string): string | null {
  const [o, a, b] = [words(base), words(theirs), words(mine)];
  if (!isTyped(o, a) || !isTyped(o, b)) return null;
  let joined = '';
  for (const { ok, conflict } of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
    const part = conflict ? joinAt(conflict.o.join(''), conflict.a.join(''), conflict.b.join('')) : ok?.join('');
    if (typeof part !== 'string') return null;
    joined += part;
  }
  return joined;
}

/** Words, each with the spaces behind it. */
const words = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const isTyped = (base: readonly string[], text: readonly string[]): boolean =>
  diffIndices([...base], [...text]).every(
    ({ buffer1Content: was, buffer2Content: is }) =>
      was.length === 0 || insertionOf(was.join(''), is.join('')) !== null,
  );

interface Insertion {
  readonly at: number;
  readonly words: string;
}

/** What is typed at the same place stands one after the other, theirs first. */
function joinAt(base: string, theirs: string, mine: string): string | null {
  const [a, b] = [insertionOf(base, theirs), insertionOf(base, mine)];
  if (a === null || b === null) return null;
  const [first, second] = a.at < b.at || (a.at === b.at && !endsWord(base, b)) ? [a, b] : [b, a];
  const joined = base.slice(0, first.at) + first.words + base.slice(first.at, second.at);
  const gap = first.at === second.at && /\S$/.test(joined) && /^\S/.test(second.words) ? ' ' : '';
  return joined + gap + second.words + base.slice(second.at);
}

/** The one place where something was put in; before a whole word rather than within it, where both can be. */
function insertionOf(base: string, text: string): Insertion | null {
  const length = text.length - base.length;
  if (length < 0) return null;
  let at = 0;
  while (at < base.length && base.charCodeAt(at) === text.charCodeAt(at)) at++;
  if (!text.endsWith(base.slice(at))) return null;
  let place = at;
  while (place > 0 && /\S/.test(base.charAt(place - 1)) && base.charAt(place - 1) === text.charAt(place - 1 + length))
    place--;
  if (place > 0 && /\S/.test(base.charAt(place - 1))) place = at;
  return { at: place, words: text.slice(place, place + length) };
}

/** Whether what was typed goes on with the word before it: nothing may come between. */
const endsWord = (base: string, { at, words: typed }: Insertion): boolean =>
  /\S$/.test(base.slice(0, at)) && /^\S/.test(typed);
