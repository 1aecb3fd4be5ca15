import type { Dialect } from '../dialect.ts';
import { isAlone, replaceTags, templateBlocks } from '../template-tags.ts';

/** `{% raw %} … {% endraw %}` shows template text as an example, so it becomes code. */
export const templateRaw: Dialect = {
  id: 'template-raw',
  apply(draft, context) {
    return replaceTags(draft, context, templateBlocks(draft.text, ['raw', 'verbatim']), (block) => {
      if (!/\{[{%#]|<%/.test(block.body.replace(/^(```|~~~)[\s\S]*?^\1/gm, ''))) {
        return { text: block.body, done: 'kept what it holds' };
      }
      const body = block.body.replace(/^\n+|\s+$/g, '');
      if (isAlone(draft.text, block)) return { text: `~~~~\n${body}\n~~~~`, done: 'shown as code' };
      return { text: `\`\`${body.replaceAll('\n', ' ')} \`\``, done: 'shown as code' };
    });
  },
};
