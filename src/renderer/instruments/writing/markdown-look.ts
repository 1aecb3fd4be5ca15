import { syntaxHighlighting } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';

/** What Markdown means is seen, and its signs stay in sight, muted. The classes are in `editor.css`. */
export const markdownLook = syntaxHighlighting(
  tagHighlighter([
    { tag: [tags.heading1, tags.heading2], class: 'sat-md-heading' },
    { tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6], class: 'sat-md-small-heading' },
    { tag: tags.strong, class: 'sat-md-strong' },
    { tag: tags.emphasis, class: 'sat-md-emphasis' },
    { tag: tags.strikethrough, class: 'sat-md-struck' },
    { tag: tags.monospace, class: 'sat-md-code' },
    { tag: [tags.processingInstruction, tags.url, tags.labelName, tags.contentSeparator, tags.atom], class: 'sat-md' },
  ]),
);
