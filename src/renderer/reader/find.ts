import { eachWord } from '#search/analyse.ts';
import { wordsToMark } from '#search/marks.ts';

const NAME = 'found';
const CURRENT = 'found-current';
const MOST = 2_000;

/** What belongs to the page itself, and what stands inside it as a tool. */
const OWN = '[data-screen-title], .sat-lead, .sat-prose, .sat-plain';
const TOOLS = '.sat-heading__tools, .sat-pop';

/** Every place of some words in an element's text, letter case and accents apart. At most 2,000. */
export function findWords(root: Node, words: string): Range[] {
  const wanted = folded(words.trim());
  if (wanted === '') return [];
  const found: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && found.length < MOST; node = walker.nextNode()) {
    const text = folded(node.nodeValue ?? '');
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      found.push(rangeOf(node, at, at + wanted.length));
    }
  }
  return found;
}

/** Every place of a page's own text that a search asked for, in whatever form the word stands there. At most 2,000. */
export function findMarks(article: Element, query: string): Range[] {
  const words: { readonly node: Node; readonly word: string; readonly start: number; readonly end: number }[] = [];
  for (const root of article.querySelectorAll(OWN)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node;
      if (text.parentElement?.closest(TOOLS)) continue;
      eachWord(text.nodeValue ?? '', (word, start, end) => {
        words.push({ node: text, word, start, end });
      });
    }
  }
  const wanted = wordsToMark(
    query,
    words.map(({ word }) => word),
  );
  const found: Range[] = [];
  for (const { node, word, start, end } of words) {
    if (!wanted.has(word)) continue;
    const last = found.at(-1);
    // The parts of a code stand inside the whole: one mark is enough.
    if (last?.endContainer === node && start < last.endOffset) continue;
    found.push(rangeOf(node, start, end));
    if (found.length === MOST) break;
  }
  return found;
}

function rangeOf(node: Node, start: number, end: number): Range {
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

export const scrollToFound = (range: Range | undefined): void =>
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });

export function clearFound(): void {
  CSS.highlights.delete(NAME);
  CSS.highlights.delete(CURRENT);
}
