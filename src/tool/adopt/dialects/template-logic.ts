import type { Dialect } from '../dialect.ts';
import { isAlone, replaceTags, templateBlocks, templateTags } from '../template-tags.ts';

const LOGIC = new Set(['if', 'elsif', 'elif', 'elseif', 'else', 'unless', 'case', 'when', 'assign', 'increment']);
const CLOSES = new Set(['endif', 'endunless', 'endcase', 'endset', 'endblock', 'block', 'extends', 'layout', 'import']);

/**
 * Loops make a list from data that is not in the page: the loop is left out with a visible word. Conditions are
 * taken away and what they hold is kept, whichever way they would have gone.
 */
export const templateLogic: Dialect = {
  id: 'template-logic',
  apply(draft, context) {
    const loops = templateBlocks(draft.text, ['for', 'tablerow']);
    const rest = replaceTags(draft, context, loops, ({ open }) => {
      const [, data = open.rest] = /\bin\s+(\S+)/.exec(open.rest) ?? [];
      return { text: `(left out: a list made from ${data})`, done: 'left out: the list is not in the page' };
    });
    return replaceTags(rest, context, templateTags(rest.text), (tag) => {
      if (tag.kind !== 'tag') return null;
      const set = tag.name === 'set' && tag.rest.includes('=');
      if (!set && !LOGIC.has(tag.name) && !CLOSES.has(tag.name)) return null;
      const text = isAlone(rest.text, tag) ? '' : ' ';
      return { text, done: 'taken away; the text around it is kept' };
    });
  },
};
