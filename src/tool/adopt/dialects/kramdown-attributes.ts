import type { Dialect } from '../dialect.ts';
import { lineAround } from '../line-around.ts';
import { rewriteProse } from '../rewrite.ts';

/**
 * Attribute lists of kramdown, Pandoc and markdown-it: `{: .class}`, `{.class}`, `{#id}`. Classes are for another
 * site's looks and go. An id stays: at the end of a heading as it is, elsewhere as an anchor before the text.
 */
export const kramdownAttributes: Dialect = {
  id: 'attribute',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern:
          /[ \t]?\{:?\s*((?:[.#][\w:-]+|[\w-]+="[^"\n]{0,200}")(?:\s+(?:[.#][\w:-]+|[\w-]+="[^"\n]{0,200}"))*)\s*\}/g,
        make: (match, text) => {
          const [whole, list = ''] = match;
          const [, id] = /(?:^|\s)#([\w:-]+)/.exec(list) ?? [];
          const { before, after, whole: seen } = lineAround(text, match.index, match.index + whole.length);
          const atHeadingEnd = seen && /^ {0,3}#{1,6}[^#]/.test(before) && after.trim() === '';
          if (id === undefined) return { text: '', done: 'left out: a class of another site' };
          if (atHeadingEnd) {
            const plain = ` {#${id}}`;
            return plain === whole ? null : { text: plain };
          }
          return { text: `<a id="${id}"></a>`, done: 'made an anchor' };
        },
      },
    ]),
};
