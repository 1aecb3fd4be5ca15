import type { Dialect } from '../dialect.ts';
import { lineAround } from '../line-around.ts';
import { rewriteProse } from '../rewrite.ts';

/**
 * Attribute lists of kramdown, Pandoc and markdown-it: `{: .class}`, `{.class}`, `{#id}`, `{ width=50% }`. Classes are for another
 * site's looks and go. An id stays: at the end of a heading as it is, elsewhere as an anchor before the text.
 */
export const kramdownAttributes: Dialect = {
  id: 'attribute',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern:
          /[ \t]?\{:?[ \t]*((?:[.#][\w:.-]+|[\w:-]+=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'{}]{1,200})|-)(?:[ \t]+(?:[.#][\w:.-]+|[\w:-]+=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'{}]{1,200}))){0,20})[ \t]*\}/g,
        make: (match, text) => {
          const [whole, list = ''] = match;
          if (!/[.#"']|^-$/.test(list.replace(/=\S*/g, '=')) && !isAfterMark(text, match.index, whole)) return null;
          if (list === '-' && !isAfterMark(text, match.index, whole)) return null;
          const [, id] = /(?:^|\s)#([\w:-]+)/.exec(list) ?? [];
          const { before, after, whole: seen } = lineAround(text, match.index, match.index + whole.length);
          const atHeadingEnd = seen && /^ {0,3}#{1,6}[^#]/.test(before) && after.trim() === '';
          if (id === undefined) return { text: '', done: 'left out: a class or a size of another site' };
          if (atHeadingEnd) {
            const plain = ` {#${id}}`;
            return plain === whole ? null : { text: plain };
          }
          return { text: `<a id="${id}"></a>`, done: 'made an anchor' };
        },
      },
    ]),
};

/** Whether what stands before can carry attributes: a link, a picture, code, marked words, a heading; or nothing at all. */
function isAfterMark(text: string, start: number, found: string): boolean {
  const { before, after } = lineAround(text, start, start + found.length);
  if (before.trim() === '' && after.trim() === '') return true;
  return /[)\]`*_>]$/.test(before.trimEnd()) || (/^ {0,3}#{1,6}[^#]/.test(before) && after.trim() === '');
}
