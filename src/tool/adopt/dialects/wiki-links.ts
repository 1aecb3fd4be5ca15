import type { Dialect, DialectContext } from '../dialect.ts';
import { rewriteProse } from '../rewrite.ts';

const PICTURE = /\.(?:png|jpe?g|jpe|jfif|gif|webp|svg|avif|bmp|apng)$/i;

/**
 * Links of wikis (Obsidian, Logseq, GitHub, GitLab, Azure DevOps): `[[Page]]`, `[[Page|words]]`, `[[words|Page]]`,
 * `[[Page#Heading]]`, `![[picture.png|300]]`. A page is found by its path, its name or its title.
 */
export const wikiLinks: Dialect = {
  id: 'wiki',
  apply: (draft, context) =>
    rewriteProse(draft, context, [
      {
        pattern: /(!?)\[\[([^[\]\n]{1,300})\]\](?![([:])/g,
        make: ([, mark = '', inside = '']) => {
          if (/^_?tos?[cp]_?$/i.test(inside)) {
            return { text: '', done: 'left out: the app shows its own list of the page' };
          }
          if (/^\s|\s$/.test(inside)) return null;
          const [first = '', ...rest] = inside.split(/\\?\|/).map((part) => part.trim());
          return mark === '!' ? embedded(first, rest, context) : linked(first, rest.join('|'), context);
        },
      },
    ]),
};

function linked(first: string, second: string, context: DialectContext): { text: string; done: string } | null {
  if (/^(?:https?:\/\/|mailto:)/i.test(first)) {
    return { text: `[${words(second || first)}](${encode(first)})`, done: 'made a link' };
  }
  const shown = second || spoken(first);
  const address = addressOf(first, context);
  if (address !== null) return { text: `[${words(shown)}](${address})`, done: 'made a link' };
  const other = second === '' ? null : addressOf(second, context);
  // GitHub's wikis write the words first.
  if (other !== null) return { text: `[${words(first)}](${other})`, done: 'made a link' };
  if (!/^[#\p{L}\p{N}_/.]/u.test(first)) return null;
  return { text: words(shown), done: 'made plain words: there is no such page in the folder' };
}

function embedded(first: string, rest: readonly string[], context: DialectContext): { text: string; done: string } {
  const name = first.replace(/[#?].*$/, '');
  const said = rest.filter(
    (part) => !/^\d{1,5}(?:\s*x\s*\d{1,5})?$|^(?:left|right|center|centre|thumb|frame|alt=)/i.test(part),
  );
  const alt = rest.find((part) => /^alt=/i.test(part))?.slice(4) ?? said.at(-1) ?? '';
  const image = context.findImage(name);
  const shown = alt || (name.split('/').at(-1) ?? name).replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
  if (image !== null && PICTURE.test(name)) return { text: `![${words(shown)}](${image})`, done: 'made a picture' };
  const page = PICTURE.test(name) ? null : addressOf(first, context);
  if (page !== null) {
    return { text: `[${words(alt || spoken(first))}](${page})`, done: 'made a link to the page that is shown here' };
  }
  return { text: words(alt || first), done: 'made plain words: the file is not in the folder, or is not taken' };
}

/** The address of a page and a heading on it. */
function addressOf(target: string, { findPage, path }: DialectContext): string | null {
  const hash = target.indexOf('#');
  const page = hash === -1 ? target : target.slice(0, hash);
  const heading =
    hash === -1
      ? ''
      : (
          target
            .slice(hash + 1)
            .split('#')
            .at(-1) ?? ''
        ).replace(/^\^/, '');
  const mark = heading === '' ? '' : `#${encode(heading)}`;
  if (page.trim() === '') return mark === '' ? null : mark;
  const found = findPage(page) ?? findPage(page.replace(/^:/, ''));
  return found === null ? null : found === `/${path}` && mark !== '' ? mark : found + mark;
}

/** `folder/Page#Heading` as words. */
const spoken = (target: string): string =>
  target
    .replace(/^#/, '')
    .replace(/#\^?[\w-]*$/, (mark) => (mark.startsWith('#^') ? '' : mark))
    .split('#')
    .map((part, index) =>
      index === 0 ? (part.split('/').at(-1) ?? part).replace(/\.(?:md|mdx|markdown)$/i, '') : part,
    )
    .join(' > ');

const words = (text: string): string => text.trim().replace(/[[\]]/g, '\\$&');
const encode = (address: string): string =>
  address
    .trim()
    .replace(/[\s()<>[\]\\%]/g, (char) =>
      encodeURIComponent(char).replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29')),
    );
