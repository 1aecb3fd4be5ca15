import type { DialectContext } from './dialect.ts';
import { quoted, type TemplateTag } from './template-tags.ts';

/** Names under which a shortcode is given an address. */
export const ADDRESSES = ['href', 'url', 'link', 'relref', 'ref', 'to', 'page'];
const WORDS = ['text', 'title', 'label', 'name', 'caption', 'description', 'content', 'alt', 'heading'];
/** Of a part that is put in: what it is told to show, not how. */
const CONTENT = ['content', 'text', 'message', 'body', 'description'];
const PARTS = /^(?:include|include_relative|include_cached|render|partial)$/i;
const NO_WORDS = /^(?:import|require|yield|content_for|stylesheet|javascript|image|img|asset|t$|dict|with)/i;
const FILMS: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
};

interface Said {
  readonly text: string;
  readonly done: string;
}

/** What a tag that stands for itself was given to say: a link, a box, or words; `null` where it says nothing. */
export function saidBy(tag: TemplateTag, context: DialectContext): Said | null {
  const name = (/^[=-]*\s*([\w.-]*)/.exec(tag.inner)?.[1] ?? '').toLowerCase();
  if (NO_WORDS.test(name)) return null;
  const { texts, named, bare } = quoted(tag.rest);
  const first = (keys: readonly string[]): string => keys.map((key) => named.get(key)).find((value) => value) ?? '';
  if (PARTS.test(name)) {
    const file = texts[0] ?? bare[0] ?? '';
    const words = first(CONTENT);
    return words.split(/\s+/).length < 2 || isTemplate(words)
      ? null
      : boxed(`${file} ${first(['type', 'style'])}`, words);
  }
  const played = /^(?:video|audio|embed|iframe|media)$/.test(name)
    ? [...bare, ...texts, named.get('src') ?? ''].find((text) => /^https:\/\//.test(text))
    : undefined;
  if (played !== undefined) return linkTo(named.get('title') ?? played, played, context);
  const film = Object.hasOwn(FILMS, name) ? FILMS[name] : undefined;
  const id = named.get('id') ?? texts[0] ?? bare[0];
  if (film !== undefined && id) {
    return { text: `[${named.get('title') ?? film + id}](${film}${encode(id)})`, done: 'made a link' };
  }
  if (/^(?:link_to|button_to|mail_to|link|button)$/.test(name) && texts.length > 1) {
    return linkTo(texts[0] ?? '', texts[1] ?? '', context);
  }
  const address = first(ADDRESSES);
  const words = first(WORDS);
  if (address !== '' && !isTemplate(address) && (tag.kind !== 'output' || /link|button/.test(name))) {
    return linkTo(words || address, address, context);
  }
  const spoken =
    words || (/text|warning|inset|note|notice|callout|quote|box|panel|alert/.test(name) ? (texts[0] ?? '') : '');
  return spoken === '' || isTemplate(spoken) ? null : boxed(name, spoken);
}

function boxed(name: string, words: string): Said {
  const kind = /warning|caution|danger|alert/i.test(name)
    ? 'warning'
    : /inset|note|notice|callout|box|panel|info/i.test(name)
      ? 'note'
      : null;
  if (kind === null) return { text: words, done: 'left out but for its words' };
  return { text: `\n\n:::${kind}\n${words}\n:::\n\n`, done: 'made a box' };
}

function linkTo(words: string, address: string, { findPage }: DialectContext): Said {
  const to = findPage(address) ?? address;
  return { text: `[${words.replace(/[[\]]/g, '\\$&')}](${encode(to)})`, done: 'made a link' };
}

const isTemplate = (text: string): boolean => /\{\{|\{%|<%/.test(text);
const encode = (address: string): string =>
  address.trim().replace(/[\s()<>]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
