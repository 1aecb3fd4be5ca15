import type { Dialect } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';

/** Obsidian and Logseq: `%%comments%%`, names of blocks (`^name`, `((id))`), lines `key:: value`. */
export const obsidianMarks: Dialect = {
  id: 'wiki',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern: /(?<!%)%%(?![%\s]*$)([^%]{1,2000}?)%%(?!%)/g,
        make: ([, inside = '']) => (/^\d/.test(inside) ? null : { text: '', done: 'left out: a comment' }),
      },
      {
        pattern: /(?<=\S)[ \t]+\^([a-z0-9][a-z0-9-]{2,60})[ \t]*$/gim,
        make: ([, id = '']) => ({ text: `<a id="${id}"></a>`, done: 'made an anchor' }),
      },
      {
        pattern: /\{\{embed[ \t]+(\(\([\w-]{8,60}\)\)|\[\[[^\]\n]{1,200}\]\])[ \t]*\}\}/g,
        make: ([, inside = '']) =>
          inside.startsWith('[')
            ? { text: inside, done: 'made a link to the page that is shown here' }
            : { text: '', done: 'left out: a block of another page' },
      },
      {
        pattern: /(?<=\))\{:(?:height|width)[^}\n]{0,100}\}/g,
        make: () => ({ text: '', done: 'the size is left out' }),
      },
      {
        pattern: /\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)/g,
        make: () => ({ text: '', done: 'left out: a block of another page' }),
      },
      {
        pattern:
          /^[ \t]*(?:-[ \t]+)?(?:collapsed|id|title|tags|alias|public|icon|type|template|background-color|heading|logseq\.[\w.-]+)::[ \t][^\n]{0,500}(?:\n|$)/gm,
        make: () => ({ text: '', done: 'left out: a setting of another tool' }),
      },
    ]),
};
