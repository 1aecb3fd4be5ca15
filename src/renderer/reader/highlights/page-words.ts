/** A page's own text, and what stands inside it as a tool. */
const OWN = '.sat-prose, .reader-plain';
const TOOLS = '.reader-heading__tools, .sat-pop';

interface Piece {
  readonly node: Text;
  readonly start: number;
}

/** The text of a page as it is drawn, and where each piece of it stands. */
export interface PageWords {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export function pageWords(article: Element): PageWords {
  const pieces: Piece[] = [];
  let text = '';
  for (const root of article.querySelectorAll(OWN)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest(TOOLS)) continue;
      pieces.push({ node, start: text.length });
      text += node.data;
    }
  }
  return { text, pieces };
}

/** Where a range of the document lies in the page's text; `null` where it holds none of it. */
export function spanOf({ pieces }: PageWords, range: Range): { readonly start: number; readonly end: number } | null {
  let start: number | null = null;
  let end = 0;
  for (const piece of pieces) {
    if (!range.intersectsNode(piece.node)) continue;
    const from = range.startContainer === piece.node ? range.startOffset : 0;
    const to = range.endContainer === piece.node ? range.endOffset : piece.node.length;
    if (to <= from) continue;
    start ??= piece.start + from;
    end = piece.start + to;
  }
  return start === null ? null : { start, end };
}

/** The range of the document for a stretch of the page's text. */
export function rangeOf(
  { pieces }: PageWords,
  { start, end }: { readonly start: number; readonly end: number },
): Range | null {
  const pieceAt = (place: number) => pieces.findLast((piece) => piece.start <= place);
  const [first, last] = [pieceAt(start), pieceAt(end - 1)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
