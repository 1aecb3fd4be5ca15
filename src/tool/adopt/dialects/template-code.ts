import type { Dialect } from '../dialect.ts';
import { lineAround } from '../line-around.ts';
import {
  isAlone,
  isInHtml,
  quoted,
  replaceTags,
  type TemplateBlock,
  tagPairs,
  templateTags,
} from '../template-tags.ts';

/** `{% highlight css %} … {% endhighlight %}` becomes fenced code; inside other text or HTML, code marked up in HTML. */
export const templateCode: Dialect = {
  id: 'template-code',
  apply(draft, context) {
    const names = [
      'highlight',
      'code',
      'codeblock',
      'mermaid',
      'prism',
      'codetab',
      'math',
      'katex',
      'plantuml',
      'chart',
    ];
    return replaceTags(draft, context, codeBlocks(draft.text, names), (block) => {
      if (/^\s*(?:```|~~~)/.test(block.body)) {
        // GitBook puts a title around fenced code.
        const { named } = quoted(block.open.rest);
        const title = named.get('title') ?? named.get('filename') ?? '';
        return {
          text: `\n\n${title === '' ? '' : `**${title}**\n\n`}${block.body.trim()}\n\n`,
          done: 'taken away; the code is kept',
        };
      }
      const body = block.body.replace(/^[ \t]*\n/, '').trimEnd();
      const given = /^"?([\w+#-]*)/.exec(block.open.rest)?.[1] ?? '';
      const language = /^(?:mermaid|math|katex|plantuml)$/.test(block.open.name) ? block.open.name : given;
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

/** `{% highlight %} … {% endhighlight %}` and `{{< highlight >}} … {{< /highlight >}}`. */
function codeBlocks(text: string, names: readonly string[]): TemplateBlock[] {
  const tags = templateTags(text);
  const blocks: TemplateBlock[] = [];
  let end = 0;
  for (const [open, close] of tagPairs(tags)) {
    if (!names.includes(open.name)) continue;
    blocks.push({ open, body: text.slice(open.end, close.start), start: open.start, end: close.end });
  }
  return blocks
    .sort((a, b) => a.start - b.start)
    .filter((block) => {
      if (block.start < end) return false;
      end = block.end;
      return true;
    });
}
