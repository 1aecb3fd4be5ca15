import type { Dialect } from '../dialect.ts';
import { isAlone, replaceTags, templateBlocks, templateTags } from '../template-tags.ts';

const LOGIC = new Set(['if', 'elsif', 'elif', 'elseif', 'else', 'unless', 'case', 'when', 'assign', 'increment']);
const CLOSES = new Set(
  (
    'endif endunless endcase endset endblock block extends layout import from use do with endwith filter endfilter ' +
    'autoescape endautoescape spaceless endspaceless cache endcache load seo feed_meta decrement cycle break continue ' +
    'permalink pagination'
  ).split(' '),
);
/** What these hold is a program or a style. */
const PROGRAMS = ['macro', 'js', 'css', 'javascript', 'stylesheet', 'style', 'script', 'schema'];

/**
 * Loops make a list from data that is not in the page, and programs are not words: both are left out. Conditions are
 * taken away and what they hold is kept, whichever way they would have gone.
 */
export const templateLogic: Dialect = {
  id: 'template-logic',
  apply(draft, context) {
    const loops = templateBlocks(draft.text, ['for', 'tablerow']);
    const rest = replaceTags(draft, context, loops, ({ open }) => {
      const [, data = open.rest] = /\bin\s+(\S+)/.exec(open.rest) ?? [];
      return { text: '', done: `left out: a list made from ${data}, which is not in the page` };
    });
    const programs = templateBlocks(rest.text, PROGRAMS);
    const words = replaceTags(rest, context, programs, () => ({
      text: '',
      done: 'left out: a program of the template',
    }));
    return replaceTags(words, context, templateTags(words.text), (tag) => {
      if (tag.kind !== 'tag') return null;
      const set = tag.name === 'set' && tag.rest.includes('=');
      if (!set && !LOGIC.has(tag.name) && !CLOSES.has(tag.name)) return null;
      const text = isAlone(words.text, tag) ? '' : ' ';
      return { text, done: 'taken away; the text around it is kept' };
    });
  },
};
