import type { Dialect } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';
import { isAlone, replaceTags, templateBlocks } from '../template-tags.ts';

/** `{% raw %} … {% endraw %}` shows template text as an example, so it becomes code. */
export const templateRaw: Dialect = {
  id: 'template-raw',
  apply(draft, context) {
    const shown = rewriteProse(draft, context, [
      {
        // Hugo: a shortcode that is an example.
        pattern: /\{\{([<%])\/\*([^\n]{1,500}?)\*\/([>%])\}\}/g,
        make: ([, open = '', inner = '', close = '']) => ({
          text: `\`\`{{${open}${inner}${close}}} \`\``,
          done: 'shown as code',
        }),
      },
    ]);
    return replaceTags(shown, context, templateBlocks(shown.text, ['raw', 'verbatim']), (block) => {
      if (!/\{[{%#]|<%/.test(block.body.replace(/^(```|~~~)[\s\S]*?^\1/gm, ''))) {
        return { text: block.body, done: 'kept what it holds' };
      }
      const body = block.body.replace(/^\n+/, '').trimEnd();
      if (isAlone(shown.text, block)) return { text: `~~~~\n${body}\n~~~~`, done: 'shown as code' };
      return { text: `\`\`${body.replaceAll('\n', ' ')} \`\``, done: 'shown as code' };
    });
  },
};
