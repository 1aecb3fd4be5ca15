import type { Dialect } from '../dialect.ts';
import { quoted, replaceTags, templateBlocks, templateTags } from '../template-tags.ts';

/**
 * `{% capture name %} … {% endcapture %}` keeps a text for later: it goes where `{{ name }}` stands, or into a box
 * where an include is given it (`{% include 'info_box' header: "…" content: name %}`). Never used: it stays.
 */
export const templateCaptures: Dialect = {
  id: 'template-capture',
  apply(draft, context) {
    const blocks = templateBlocks(draft.text, ['capture', 'set']).filter(({ open }) => !open.rest.includes('='));
    if (blocks.length === 0) return draft;
    const captured = new Map(blocks.map((block) => [block.open.rest.split(/\s/)[0] ?? '', block.body.trim()]));
    const usedIn = (name: string, rest: string): string | undefined => {
      const words = name === 'include' || name === 'render' ? rest.split(/[\s,:=]+/) : [];
      return words.find((word) => captured.has(word));
    };
    const used = new Set(
      templateTags(draft.text).map((tag) => (tag.kind === 'output' ? tag.name : (usedIn(tag.name, tag.rest) ?? ''))),
    );
    const stripped = replaceTags(draft, context, blocks, (block) => {
      const name = block.open.rest.split(/\s/)[0] ?? '';
      return used.has(name)
        ? { text: '', done: 'moved to where the page uses it' }
        : { text: `\n\n${block.body.trim()}\n\n`, done: 'kept here: the page does not say where it belongs' };
    });
    return replaceTags(stripped, context, templateTags(stripped.text), (tag) => {
      const direct = tag.kind === 'output' ? captured.get(tag.name) : undefined;
      if (direct !== undefined) {
        const text = direct.includes('\n') ? `\n\n${direct}\n\n` : direct;
        return { text, done: 'filled with the captured text' };
      }
      const name = tag.kind === 'tag' ? usedIn(tag.name, tag.rest) : undefined;
      const body = name === undefined ? undefined : captured.get(name);
      if (body === undefined) return null;
      const { named } = quoted(tag.rest);
      const title = named.get('header') ?? named.get('title') ?? named.get('heading') ?? '';
      const id = named.get('link-slug') ?? named.get('id') ?? '';
      const anchor = /^[\w-]+$/.test(id) ? `<a id="${id}"></a>\n\n` : '';
      const colons = ':'.repeat(body.includes(':::') ? 5 : 3);
      const label = title === '' ? '' : `[${title.replace(/[[\]]/g, '')}]`;
      return {
        text: `\n\n${anchor}${colons}note${label}\n${body}\n${colons}\n\n`,
        done: 'a box with the captured text',
      };
    });
  },
};
