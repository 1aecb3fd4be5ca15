import { markdownLanguage } from '@codemirror/lang-markdown';
import { Language } from '@codemirror/language';
import type { MarkdownConfig, MarkdownParser } from '@lezer/markdown';

/** Characters of one paragraph. */
const LONGEST = 20_000;

/** Every key in a paragraph has all of it read again for its signs: in one of 200,000 characters that is felt. */
const longParagraphs: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LongParagraph',
      leaf: () => ({
        nextLine: () => false,
        finish(context, { content, start }) {
          if (content.length <= LONGEST) return false;
          context.addElement(context.elt('Paragraph', start, start + content.length));
          return true;
        },
      }),
    },
  ],
};

/** The language of the editor: Markdown, whose signs are not looked for in a paragraph that is longer than a chapter. */
export const markdownText = new Language(
  markdownLanguage.data,
  (markdownLanguage.parser as MarkdownParser).configure(longParagraphs),
  [],
  'markdown',
);
