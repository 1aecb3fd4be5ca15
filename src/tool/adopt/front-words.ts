import type { Draft } from './draft.ts';
import type { Notes } from './report.ts';

/** A group of front matter with a text of so many words was written to be read; less is settings. */
const READ = 12;
/** Shorter texts of such a group are labels. */
const LABEL = 2;

/** Groups that tell machines about a page: sharing, search engines, menus, pictures. Nobody reads them on the page. */
const SETTINGS =
  /^(?:open_?graph|og(?:[_A-Z]|$)|seo|social|twitter|facebook|share|sharing|meta|metadata|head$|image|picture|photo|cover|thumb|icon|logo|avatar|robots|sitemap|search|analytics|feed|rss|menu|nav|sidebar|footer|layout|theme|params|cascade|build|jsonld|schema|redirect|eleventy|taxonom|cookie|licen[cs]e|copyright|source_)/i;
/** What holds an address is about that file. */
const ADDRESS = ['src', 'url', 'href', 'file', 'path'];

function isSettings(group: string, value: object): boolean {
  const plain = group.replace(/^[_.]+/, '');
  return (
    SETTINGS.test(plain) ||
    /(?:image|picture|photo|graph|card|thumbnail|icon|logo|seo|meta)$/i.test(plain) ||
    ADDRESS.some((key) => Object.hasOwn(value, key))
  );
}

/**
 * Some tools keep part of a page in its front matter, as a group of texts that a template lays out (`method: {what: …,
 * why: …}`). Such texts are put at the top of the body, each under its key, so that no words are lost.
 */
export function withFrontWords(
  path: string,
  body: Draft,
  extra: Readonly<Record<string, unknown>>,
  said: readonly string[],
  notes: Notes,
): Draft {
  const known = new Set(said.map(oneLine));
  const added: string[] = [];
  for (const [group, value] of Object.entries(extra)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || isSettings(group, value)) continue;
    const texts = Object.entries(value)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([key, text]) => [key, oneLine(text)] as const);
    if (!texts.some(([, text]) => words(text) >= READ)) continue;
    for (const [key, text] of texts) {
      if (words(text) < LABEL || known.has(text) || /\{\{|\{%/.test(text)) continue;
      known.add(text);
      added.push(`**${literal(label(key))}**: ${literal(text)}`, '');
      notes.add(path, 1, 'front-matter', `${group}.${key}`, 'put at the top of the page');
    }
  }
  if (added.length === 0) return body;
  return { text: [...added, body.text].join('\n'), at: [...added.map(() => 1), ...body.at] };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const words = (text: string): number => (text === '' ? 0 : text.split(' ').length);

/** `timeRequired` and `time_required` are "Time required". */
function label(key: string): string {
  const spaced = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Templates print these texts as they are: nothing in them is markup. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
