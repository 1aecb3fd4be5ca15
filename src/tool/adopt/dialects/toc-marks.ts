import { blockDialect } from '../blocks.ts';

const MARK =
  /^ {0,3}(?:\[\[_TOS?[CP]_\]\]|\[_?TOC_?\]|\{:toc\}|\[\[toc\]\]|@\[toc\].*|\$\{toc\}|<!--\s*toc\s*-->|\{toc\})\s*$/i;
const BEFORE_TOC = /^ {0,3}[-*+1][.)]?\s+\S+.*$/;

/** Marks that another tool replaces by a list of the page's headings. The app always shows its own. */
export const tocMarks = blockDialect('contents', (lines, index, context) => {
  const line = lines[index];
  if (!line) return null;
  // kramdown puts a list item before its mark, which the list then replaces.
  const item = BEFORE_TOC.test(line.text) && /^ {0,3}\{:\s*toc\b[^}]*\}\s*$/i.test(lines[index + 1]?.text ?? '');
  if (!item && !MARK.test(line.text)) return null;
  const { text } = item ? (lines[index + 1] ?? line) : line;
  context.note(line.at, text, 'left out: the app shows its own list of the page');
  return { lines: [], next: index + (item ? 2 : 1) };
});
