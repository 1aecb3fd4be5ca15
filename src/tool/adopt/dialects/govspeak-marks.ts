import type { Dialect } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';

/** Govspeak inside lines: attachments, buttons, `x[text](address)x`, `{::highlight}`, embedded contacts and videos. */
export const govspeakMarks: Dialect = {
  id: 'govspeak',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern: /\[(InlineAttachment|Attachment|AttachmentLink|Image|embed:[a-z_]+|Contact):\s*([^\]\n]{1,300})\]/g,
        make: ([, kind = '', name = '']) => {
          const file = name.trim();
          const image = kind === 'Image' ? context.findImage(file) : null;
          if (image !== null) return { text: `![](${image})`, done: 'made a picture without alternative text' };
          const isName = /ttachment/.test(kind);
          return {
            text: isName ? file : '',
            done: `left out${isName ? ' but for its name' : ''}: it is not in the folder`,
          };
        },
      },
      {
        pattern: /\{button(?: [^{}\n]{0,100})?\}([^{}]{1,600})\{\/button\}/g,
        make: ([, inner = '']) => ({ text: inner.trim(), done: 'made an ordinary link' }),
      },
      {
        pattern: /(?<![\w\]])x(\[[^\]\n]{1,300}\]\([^)\n]{1,1000}\))x(?!\w)/g,
        make: ([, link = '']) => ({ text: link, done: 'made an ordinary link' }),
      },
      {
        pattern: /\{::([a-z]+)(?![a-z])[^{}\n]{0,200}?(\/?)\}/g,
        make: ([, name = '', self]) =>
          self || name === 'options'
            ? { text: '', done: 'left out: a setting of another tool' }
            : { text: '', done: 'taken away; the text it holds is kept' },
      },
      { pattern: /\{:\/[a-z]*\}/g, make: () => ({ text: '', done: 'taken away; the text before it is kept' }) },
      {
        pattern: /^\{(?:barchart|barchart stacked|barchart compact|table|stat-headline)\}[ \t]*$/gm,
        make: () => ({ text: '', done: 'taken away; what it decorates is kept' }),
      },
    ]),
};
