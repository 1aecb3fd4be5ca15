import type { Dialect } from '../dialect.ts';
import { lineAround } from '../line-around.ts';
import { isAlone, replaceTags, templateBlocks } from '../template-tags.ts';

/** `{% highlight css %} … {% endhighlight %}` becomes fenced code; inside other text or HTML, code marked up in HTML. */
export const templateCode: Dialect = {
  id: 'template-code',
  apply(draft, context) {
    return replaceTags(draft, context, templateBlocks(draft.text, ['highlight', 'code', 'codeblock']), (block) => {
      const body = block.body.replace(/^[ \t]*\n|\s+$/g, '');
      const [language = ''] = /^[\w+#-]*/.exec(block.open.rest) ?? [];
      const { before } = lineAround(draft.text, block.start, block.end);
      if (isAlone(draft.text, block) && before.length < 4 && !isInHtml(draft.text, block.start)) {
        return { text: `~~~~${language}\n${body}\n~~~~`, done: 'made a code block' };
      }
      // A blank line would end the HTML around it.
      const html = body
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/\n\s*\n/g, '\n&#8203;\n');
      const shown = html.replace(/\{(?=[{%#])/g, '&#123;');
      return { text: `<pre><code>${shown}</code></pre>`, done: 'made a code block in HTML' };
    });
  },
};

/** Whether the paragraph around an offset began with an HTML tag. */
function isInHtml(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 5_000), offset);
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1).trimStart();
  return /^<\/?[a-z]/i.test(paragraph);
}
