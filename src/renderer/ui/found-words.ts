import { openAround } from './closed-details.ts';
import { type Finder, placeOf } from './find-bar.tsx';

const NAME = 'found';
const CURRENT = 'found-current';

/** Most places that are marked. */
export const MOST_FOUND = 2_000;

/** Finds words in what is drawn inside an element. */
export const finderIn = (root: () => Element | null): Finder => ({
  show(words, at) {
    const inside = root();
    const ranges = inside ? findWords(inside, words) : [];
    const current = placeOf(at, ranges.length);
    paintFound(ranges, current);
    scrollToFound(ranges[current]);
    return ranges.length;
  },
  clear: clearFound,
});

/** What this window draws, or would draw once what is closed is opened: a list for narrow windows is in no wide one. */
function canBeSeen(text: Node): boolean {
  let part = text.parentElement;
  for (let closed = part; closed; closed = closed.parentElement?.closest('details:not([open])') ?? null) part = closed;
  return part?.checkVisibility() ?? false;
}

/** Every place of some words in an element's text, letter case and accents apart. At most 2,000. */
function findWords(root: Node, words: string): Range[] {
  const wanted = folded(words.trim());
  if (wanted === '') return [];
  const found: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && found.length < MOST_FOUND; node = walker.nextNode()) {
    const text = folded(node.nodeValue ?? '');
    if (!text.includes(wanted) || !canBeSeen(node)) continue;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      found.push(rangeOf(node, at, at + wanted.length));
    }
  }
  return found;
}

export function rangeOf(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Lower case without accents, letter for letter, so that places stay the same. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at);
    const plain = letter.normalize('NFD').charAt(0).toLowerCase();
    return plain.length === 1 ? plain : letter;
  }).join('');
}

/** Paints the found words without touching the page's nodes (CSS custom highlights). */
export function paintFound(ranges: readonly Range[], current: number): void {
  const one = ranges[current];
  CSS.highlights.set(NAME, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, one ? new Highlight(one) : new Highlight());
}

export function scrollToFound(range: Range | undefined): void {
  openAround(range?.startContainer);
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

export function clearFound(): void {
  CSS.highlights.delete(NAME);
  CSS.highlights.delete(CURRENT);
}
