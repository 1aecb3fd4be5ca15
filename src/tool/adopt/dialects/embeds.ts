import type { Dialect } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';

const TAG =
  /<(iframe|video|audio|embed|object)(\s[^<>]{0,1000})?>(?:[^<]{0,500}(?:<source(\s[^<>]{0,500})>[^<]{0,500}){0,5}<\/\1>)?/gi;

/** What the app does not show inside a page (films, frames, sounds) becomes a link where it has an address. */
export const embeds: Dialect = {
  id: 'embed',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern: TAG,
        make: ([, name = '', attributes = '', source = '']) => {
          const all = `${attributes} ${source}`;
          const address = /\s(?:src|data)\s*=\s*["']?([^\s"'<>]{1,1000})/i.exec(all)?.[1] ?? '';
          if (address === '') return { text: '', done: `left out: the app shows no ${name.toLowerCase()}` };
          const title = /\s(?:title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(all);
          const words = (title?.[1] ?? title?.[2] ?? '').trim() || address;
          const to = address.replace(/^\/\//, 'https://').replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
          return {
            text: `[${words.replace(/[[\]]/g, '\\$&')}](${to})`,
            done: 'made a link: the app shows no frames and no films',
          };
        },
      },
    ]),
};
