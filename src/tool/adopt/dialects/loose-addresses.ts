import type { Dialect, DialectContext } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';

/** `](…)` on one line, with pairs of brackets in it. */
const INSIDE = /\]\(((?:[^()\n]|\([^()\n]{0,200}\)){1,600})\)/g;
const TITLE = /^(.*?)([ \t]+(?:"[^"]*"|'[^']*'))?[ \t]*$/;
/** `=300x200`, `=300x`, `=x200`, `=50%`, `=100%x*`. */
const SIZE = /(?<![ \t])[ \t]+=(?:[\d.]+(?:%|[a-z]{2})?)?(?:[x*](?:[\d.]+(?:%|[a-z]{2})?|\*)?)?(?=$|[ \t])/i;

/**
 * Addresses that other tools take and Markdown does not: with spaces in them, with a size after them
 * (`![a](b.png =300x200)`), and sizes in a picture's words (`![a|300](b.png)`).
 */
export const looseAddresses: Dialect = {
  id: 'address',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern: INSIDE,
        make: ([whole, inside = '']) => {
          const sized = inside.replace(SIZE, '');
          const [, given = '', title = ''] = TITLE.exec(sized) ?? [];
          const address = given.trim();
          const hadSize = sized !== inside;
          if (/^<.*>$/.test(address) || !/[ \t]/.test(address)) {
            return hadSize ? { text: `](${address}${title})`, done: 'the size is left out' } : null;
          }
          const made = plainAddress(address, context);
          const done = hadSize ? 'the size is left out' : 'spaces in the address are written as %20';
          if (made !== null) return { text: `](${made}${title})`, done };
          if (!/[/#.]\S/.test(address) || /[{}<>]/.test(address)) return null;
          return { text: whole, done: 'kept as it is: an address with spaces is no link, and no such file is there' };
        },
      },
      {
        // HTML without quotation marks: Markdown takes no slash in such a value.
        pattern: /(<(?:img|a)\s[^<>]{0,500}?\b(?:src|href)=)([^\s"'<>=`]{1,1000})(?=[\s>])/gi,
        make: ([, before = '', address = '']) => ({ text: `${before}"${address}"` }),
      },
      {
        pattern: /(!\[[^[\]\n]{0,500}?)\\?\|[ \t]*\d{1,5}(?:[ \t]*x[ \t]*\d{1,5})?[ \t]*(?=\](?:\(|\[))/g,
        make: ([, before = '']) => ({ text: before, done: 'the size is left out' }),
      },
    ]),
};

/** An address as Markdown takes it, where it leads somewhere; `null` where nobody can say. */
function plainAddress(address: string, { findImage, findPage }: DialectContext): string | null {
  if (/^(?:https?|mailto):/i.test(address)) return encoded(address);
  const path = address.replace(/[?#].*$/, '');
  if (findImage(path) === null && findPage(path) === null && findImage(address) === null) return null;
  return encoded(address);
}

const encoded = (address: string): string =>
  address.replace(/[ \t()<>\\]/g, (char) =>
    char === '\\' ? '/' : `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
