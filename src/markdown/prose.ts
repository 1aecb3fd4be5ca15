import type { Root } from 'mdast';
import { writeMarkdown } from './from-html/write.ts';
import { fromHtml } from './from-html.ts';
import { visibleText } from './invisible.ts';

/** A tag with nothing inside it that a tag may not have. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?=[\s/>])[^<>]{0,2000})?>/gi;
const ATTRIBUTES =
  /^(?:\s+(?:[a-z_:@][\w:.@-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|checked|disabled|selected|hidden|open|reversed|required|readonly|multiple|controls|nowrap|compact|noshade))*\s*\/?$/i;
const WITHOUT_END = new Set('br hr img input wbr'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote body center div dd dl dt figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b big cite code del em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(' '),
);

/** Characters by which text is judged, and those that may become a note: it takes far fewer. */
const MOST_LOOKED_AT = 500_000;
const MOST_READ = 4_000_000;

interface Tags {
  /** Names of tags that open and close, or need no end. */
  readonly real: ReadonlySet<string>;
  readonly hasBlock: boolean;
}

/** The tags of a text that are tags: known ones that are closed again. A smaller-than sign before a word is none. */
function tagsIn(whole: string): Tags {
  const text = whole.slice(0, MOST_LOOKED_AT);
  const opened = new Set<string>();
  const closed = new Set<string>();
  const real = new Set<string>();
  for (const [, slash = '', given = '', inner = ''] of text.matchAll(TAG)) {
    const name = given.toLowerCase();
    if (!ATTRIBUTES.test(inner)) continue;
    if (WITHOUT_END.has(name) && slash === '') real.add(name);
    else if (BLOCKS.has(name) || INLINE.has(name)) (slash === '' ? opened : closed).add(name);
  }
  for (const name of opened) if (closed.has(name)) real.add(name);
  return { real, hasBlock: [...real].some((name) => BLOCKS.has(name)) || real.has('br') || real.has('hr') };
}

/** Whether text that nobody says the kind of is HTML. Lines with a power among them are Markdown. */
function isHtml(text: string): boolean {
  if (!text.includes('<')) return false;
  const { real, hasBlock } = tagsIn(text);
  return hasBlock || (real.size > 0 && !/\n[ \t]*\r?\n/.test(text)) || /^\s*<!doctype html/i.test(text);
}

/**
 * Text of another program as Markdown.
 * @param given what is beyond 4 million characters is left out
 * @param format what it is said to be, as a media type; empty where nothing is said
 * @param nameOf how a picture is called in the Markdown, by its address
 */
export function fromProse(given: string, format: string, nameOf: (src: string) => string | null): string {
  const text = given.slice(0, MOST_READ);
  if (/html/i.test(format)) return fromHtml(text, nameOf);
  if (/markdown/i.test(format)) return visibleText(text).trim();
  if (/plain/i.test(format)) return fromPlain(text);
  if (isHtml(text)) return fromHtml(withoutFalseTags(text, '&lt;'), nameOf);
  return withoutFalseTags(visibleText(text), '\\<').trim();
}

/** A comment, which nobody reads as Markdown: the words of HTML, all else as it is. */
export const fromComment = (text: string, format: string): string =>
  /html/i.test(format) || (format === '' && isHtml(text)) ? fromHtml(text, () => null) : visibleText(text).trim();

/** Plain words as Markdown: what they look like, whatever signs they hold. */
function fromPlain(text: string): string {
  const paragraphs = visibleText(text)
    .split(/\r\n|\r|\n/)
    .reduce<string[][]>(
      (all, line) => {
        if (line.trim() === '') all.push([]);
        else all.at(-1)?.push(line.trim());
        return all;
      },
      [[]],
    );
  const tree: Root = {
    type: 'root',
    children: paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => ({
        type: 'paragraph',
        children: lines.flatMap((value, at) =>
          at === 0
            ? [{ type: 'text' as const, value }]
            : [{ type: 'break' as const }, { type: 'text' as const, value }],
        ),
      })),
  };
  return writeMarkdown(tree).trim();
}

/** Text in which each `<` that would be read as a tag and is none is written as `sign`. Code says what it says. */
function withoutFalseTags(text: string, sign: string): string {
  if (!text.includes('<')) return text;
  const { real } = tagsIn(text);
  const spell = (part: string): string =>
    part.replace(/(\\?)<(?=\/?([a-z][a-z0-9:-]*))/gi, (all, stroke: string, name: string) =>
      stroke === '\\' || real.has(name.toLowerCase()) ? all : sign,
    );
  if (sign.startsWith('&')) return spell(text);
  return text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : spell(part)))
    .join('');
}
