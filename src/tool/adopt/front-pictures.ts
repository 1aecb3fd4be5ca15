import type { Draft } from './draft.ts';
import type { Notes } from './report.ts';

const PICTURE = /\.(?:png|jpe?g|jpe|jfif|gif|webp|svg|avif|bmp|tiff?)(?:[?#].*)?$/i;
/** Pictures for lists of pages and for other sites: the page itself does not show them. */
const NOT_SHOWN =
  /^(?:open_?graph|og[_A-Z]|seo|social|twitter|facebook|share|sharing|meta|head$|thumb|icon|favicon|logo|avatar|author|background|bg|card|preview|teaser|list|feed|eleventy|manifest|apple|theme|site)|(?:thumbnail|icon|logo|avatar|card|graph|share|social)(?:[_A-Z]?(?:image|picture|img|url))?$/i;

interface Found {
  /** `hero.image`. */
  readonly key: string;
  readonly src: string;
  readonly words: string;
  readonly shown: boolean;
}

/** In front matter, so many levels and pictures of a page are looked at. */
const DEEPEST = 5;
const MOST = 200;

/**
 * Some tools keep a page's pictures in its front matter (`screenshots: [{src, text}]`, `image: plan.png`) for a
 * template to lay out. They go to the end of the page, each with its words; pictures for sharing stay, and are said.
 */
export function withFrontPictures(
  path: string,
  body: Draft,
  extra: Readonly<Record<string, unknown>>,
  findImage: (path: string) => string | null,
  notes: Notes,
): Draft {
  const added: string[] = [];
  for (const { key, src, words, shown } of picturesIn(extra)) {
    const note = (done: string): void => notes.add(path, 1, 'front-matter', `${key}: ${src}`, done);
    const file = findImage(src);
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) || file === null) note('not shown: the picture is not in the folder');
    else if (!shown) note('not shown: a picture for lists or for sharing');
    else if (body.text.includes(src)) note('not put on the page: it is there already');
    else {
      note('put at the end of the page');
      added.push('', `![${words.replace(/[[\]\\`]/g, '')}](${file})`);
    }
  }
  if (added.length === 0) return body;
  const last = body.at.at(-1) ?? 1;
  return { text: [body.text, ...added].join('\n'), at: [...body.at, ...added.map(() => last)] };
}

function picturesIn(extra: Readonly<Record<string, unknown>>): readonly Found[] {
  const found: Found[] = [];
  const look = (value: unknown, key: string, shown: boolean, words: string, depth: number): void => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (typeof value === 'string') {
      const src = value.trim();
      if (PICTURE.test(src) && !/\s{2}|\n|\{\{|\{%/.test(src)) found.push({ key, src, words, shown });
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, key, shown, words, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      const said = wordsOf(value);
      for (const [name, inner] of Object.entries(value)) {
        look(inner, key === '' ? name : `${key}.${name}`, shown && !NOT_SHOWN.test(name), said || words, depth + 1);
      }
    }
  };
  look(extra, '', true, '', 0);
  return found;
}

/** What a group says of its picture: the words for those who do not see it, else any others. */
function wordsOf(value: object): string {
  const texts = new Map<string, unknown>(Object.entries(value));
  for (const name of ['alt', 'imageAlt', 'image_alt', 'alternative', 'caption', 'text', 'title', 'description']) {
    const text = texts.get(name);
    if (typeof text === 'string' && text.trim() !== '' && !PICTURE.test(text)) return text.replace(/\s+/g, ' ').trim();
  }
  return '';
}
