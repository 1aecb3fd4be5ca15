import { wordsToMark } from '#search/marks.ts';
import { eachWord } from '#search/words/analyse.ts';
import { MOST_FOUND, rangeOf } from '#ui/found-words.ts';

/** What belongs to the page itself, and what stands inside it as a tool. */
const OWN = '[data-screen-title], .sat-lead, .sat-prose, .reader-plain';
const TOOLS = '.reader-heading__tools, .sat-pop';

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
    if (found.length === MOST_FOUND) break;
  }
  return found;
}
