import { fencedLines } from '../code-ranges.ts';
import type { Dialect } from '../dialect.ts';
import { fromLines, linesOf } from '../draft.ts';

const TAG_LINE = /^(?: {4,}|\t+)<\/?[a-z][^<]*>\s*$|^(?: {4,}|\t+)<[a-z].*>\s*$/i;

/** How many elements that hold others a line opens more than it closes. */
const depthOf = (line: string): number =>
  [
    ...line.matchAll(
      /<(\/?)(?:div|section|table|tr|td|th|tbody|thead|ul|ol|li|article|aside|header|main|nav|footer)\b/gi,
    ),
  ].reduce((sum, [, slash]) => sum + (slash === '/' ? -1 : 1), 0);

/**
 * Text that is set deep inside HTML, after an empty line: tools that know no indented code (Eleventy) show it as text,
 * Markdown shows it as code. Its indent goes.
 */
export const htmlIndents: Dialect = {
  id: 'html',
  apply(draft, context) {
    if (!/^(?: {4,}|\t+)</m.test(draft.text)) return draft;
    const lines = linesOf(draft);
    const fenced = fencedLines(draft.text);
    let before = '';
    let open = 0;
    let empty = false;
    let dedent = false;
    const out = lines.map((line, index) => {
      const { text } = line;
      if (fenced[index] || text.length > 20_000) {
        before = '';
        return line;
      }
      if (text.trim() === '') {
        empty = true;
        dedent = false;
        return line;
      }
      const deep = /^(?: {4}|\t)/.test(text);
      if (empty && deep && open > 0 && TAG_LINE.test(before)) {
        dedent = true;
        context.note(line.at, text, 'read as text: it is set deep inside HTML, and would be code');
      }
      empty = false;
      before = text;
      // Only HTML that began at the edge of the page: in a list or a box an indent means something else.
      if (open > 0 || /^ {0,3}</.test(text)) open = Math.max(0, open + depthOf(text));
      return dedent && deep ? { ...line, text: text.trimStart() } : line;
    });
    return fromLines(out);
  },
};
