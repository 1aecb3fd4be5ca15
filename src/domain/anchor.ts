/** Words of a page and a few around them, by which they are found again after the page has changed. */
export interface Anchor {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** Characters kept to each side. */
const AROUND = 48;

/** Words without white space: it differs between a page as it is drawn and its text as it is stored. */
interface Squeezed {
  readonly text: string;
  /** Where each character stands in what was squeezed. */
  readonly places: readonly number[];
}

function squeeze(text: string): Squeezed {
  let squeezed = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (/\s/.test(letter)) continue;
    squeezed += letter;
    places.push(at);
  }
  return { text: squeezed, places };
}

/** @param start first character, @param end the one after the last */
export function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}

/**
 * Where the words stand now; of several places the one with most of the same words around it. `null`: they are no
 * longer there, for words that were changed are other words.
 */
export function findAnchor(text: string, anchor: Anchor): { readonly start: number; readonly end: number } | null {
  const { text: whole, places } = squeeze(text);
  const words = squeeze(anchor.words).text;
  if (words === '') return null;
  const before = squeeze(anchor.before).text;
  const after = squeeze(anchor.after).text;
  let best: { readonly at: number; readonly worth: number } | null = null;
  for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
    const end = at + words.length;
    const worth = alikeFromEnd(whole.slice(0, at), before) + alikeFromStart(whole.slice(end), after);
    if (!best || worth > best.worth) best = { at, worth };
  }
  if (!best) return null;
  const last = places[best.at + words.length - 1] ?? 0;
  return { start: places[best.at] ?? 0, end: last + 1 };
}

function alikeFromStart(a: string, b: string): number {
  let same = 0;
  while (same < b.length && a[same] === b[same]) same++;
  return same;
}

function alikeFromEnd(a: string, b: string): number {
  let same = 0;
  while (same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}

/** A text as sentences, for those who choose words without a mouse; each once. */
export function sentencesOf(text: string, language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const found = text.split('\n').flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()));
  return [...new Set(found.filter((sentence) => sentence !== ''))];
}
