interface Insertion {
  readonly at: number;
  readonly words: string;
}

/**
 * Two texts that were each made from `base` by typing at one place: `base` with both, so that two windows in one
 * paragraph do not write it twice. `null` where either did more than that.
 */
export function joinInsertions(base: string, theirs: string, mine: string): string | null {
  const [a, b] = [insertionOf(base, theirs), insertionOf(base, mine)];
  if (a === null || b === null) return null;
  const [first, second] = a.at < b.at || (a.at === b.at && !endsWord(base, b)) ? [a, b] : [b, a];
  const between = base.slice(first.at, second.at);
  const joined = base.slice(0, first.at) + first.words + between;
  const gap = between === '' && /\S$/.test(joined) && /^\S/.test(second.words) ? ' ' : '';
  return joined + gap + second.words + base.slice(second.at);
}

function insertionOf(base: string, text: string): Insertion | null {
  const length = text.length - base.length;
  if (length < 0) return null;
  let at = 0;
  while (at < base.length && base.charCodeAt(at) === text.charCodeAt(at)) at++;
  return text.endsWith(base.slice(at)) ? { at, words: text.slice(at, at + length) } : null;
}

/** Whether what was typed goes on with the word before it: nothing may come between. */
const endsWord = (base: string, { at, words }: Insertion): boolean =>
  /\S$/.test(base.slice(0, at)) && /^\S/.test(words);
