import { markdownLanguage } from '@codemirror/lang-markdown';
import { ensureSyntaxTree, Language, type syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { MarkdownConfig, MarkdownParser } from '@lezer/markdown';

/** A text's syntax, and a part of it. */
type Tree = ReturnType<typeof syntaxTree>;
export type SyntaxNode = Tree['topNode'];

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

/** What pages and notes do not know: a single tilde or caret is one, and so is a colon. */
const NOT_OURS = ['Subscript', 'Superscript', 'Emoji'] as const;

/** The language of the editor: Markdown, whose signs are not looked for in a paragraph that is longer than a chapter. */
export const markdownText = new Language(
  markdownLanguage.data,
  (markdownLanguage.parser as MarkdownParser).configure([longParagraphs, { remove: [...NOT_OURS] }]),
  [],
  'markdown',
);

/** Milliseconds that a command waits for the syntax. */
const WAITING = 500;

/** The syntax of a text, read to this place at least. */
export const treeTo = (text: EditorState | string, to: number): Tree =>
  typeof text === 'string'
    ? markdownText.parser.parse(text)
    : (ensureSyntaxTree(text, to, WAITING) ?? markdownText.parser.parse(text.doc.toString()));
