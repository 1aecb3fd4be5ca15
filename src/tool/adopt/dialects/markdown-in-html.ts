import type { Dialect } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';

/** `<section markdown="1">` tells another tool to read the Markdown inside; here an empty line does. */
export const markdownInHtml: Dialect = {
  id: 'html',
  apply: (draft, context) => {
    const names = new Set<string>();
    const opened = rewriteProse(draft, context, [
      {
        pattern:
          /^[ \t]*<(section|div|details|article|aside|blockquote|figure|td)\b[^>\n]{0,500}\smarkdown(?:=["']?(?:1|block|span)["']?)?[^>\n]{0,500}>/gim,
        make: ([whole, name = '']) => {
          names.add(name.toLowerCase());
          const plain = whole.trim().replace(/\smarkdown(?:=["']?(?:1|block|span)["']?)?/i, '');
          const kept = /^<(?:details|blockquote|figure|td)/i.test(plain) ? plain : '';
          return {
            text: `${kept}\n\n`,
            done: kept === '' ? 'taken away; the text it holds is kept' : 'the text inside is read as Markdown',
          };
        },
      },
    ]);
    if (names.size === 0) return draft;
    return rewriteProse(opened, context, [
      {
        pattern: /^[ \t]*<\/(section|div|article|aside|details|blockquote|figure|td)>[ \t]*$/gim,
        make: ([whole, name = '']) => {
          if (!names.has(name.toLowerCase())) return null;
          return { text: /^(?:section|article|aside)$/i.test(name) ? '\n' : `\n${whole.trim()}\n` };
        },
      },
    ]);
  },
};
