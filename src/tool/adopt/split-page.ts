import { LIMITS } from '#domain/limits.ts';
import { readYaml, takeFrontMatter } from '#markdown/front-matter.ts';
import { readToml } from './toml.ts';

/** A source file in two parts. */
export interface SplitPage {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line of the file where the body begins, from 1. */
  readonly bodyLine: number;
  /** The front matter as it was, where it could not be read; and why. */
  readonly unread?: { readonly text: string; readonly line: number; readonly why: string };
}

/** Parts front matter in YAML (`---`), TOML (`+++`, `---toml`) or JSON (`{`, `---json`) from the body. */
export function splitPage(text: string): SplitPage {
  const fenced = tomlOf(text);
  if (fenced) return withToml(text, fenced);
  const json = jsonOf(text);
  if (json) return json;
  const { frontMatter, body } = takeFrontMatter(text);
  if (!frontMatter) return propertiesOf(text) ?? { data: {}, body: text, bodyLine: 1 };
  // The body holds the front matter as empty lines.
  const lines = body.split('\n');
  const end = text === body ? 0 : endOf(text);
  const rest = lines.slice(end).join('\n');
  if ('data' in frontMatter) return { data: frontMatter.data, body: rest, bodyLine: end + 1 };
  const unread = text.split('\n').slice(0, end).join('\n').slice(0, LONGEST);
  const { line, error: why, fault } = frontMatter;
  const data = fault === 'unclosed' || fault === 'too-large' || fault === 'language' ? {} : flatLines(unread);
  return { data, body: rest, bodyLine: end + 1, unread: { text: unread, line, why } };
}

/** Characters of front matter that are kept as text. */
const LONGEST = 20_000;

interface Fenced {
  readonly inside: string;
  /** Length with both fences. */
  readonly length: number;
}

function tomlOf(text: string): Fenced | null {
  const open = /^(?:\+\+\+|---[ \t]*toml)[ \t]*\n/i.exec(text)?.[0];
  return open === undefined ? null : between(text, open, open.startsWith('+') ? '+++' : '---');
}

/** What stands up to the next line that is nothing but the mark. */
function between(text: string, open: string, mark: string): Fenced | null {
  const lines = text.slice(open.length).split('\n');
  const close = lines.findIndex((line) => line.trimEnd() === mark);
  if (close === -1) return null;
  const inside = lines.slice(0, close).join('\n');
  const length = open.length + lines.slice(0, close + 1).join('\n').length;
  return { inside, length: Math.min(text.length, length + 1) };
}

function withToml(text: string, { inside, length }: Fenced): SplitPage {
  const { body, bodyLine } = rest(text, length);
  if (inside.length > LIMITS.frontMatter) {
    const unread = { text: inside.slice(0, LONGEST), line: 1, why: 'it is too large' };
    return { data: {}, body, bodyLine, unread };
  }
  const { data, left } = readToml(inside);
  return left === ''
    ? { data, body, bodyLine }
    : { data, body, bodyLine, unread: { text: left, line: 1, why: 'these lines are not TOML' } };
}

function jsonOf(text: string): SplitPage | null {
  const open = /^---[ \t]*json[ \t]*\n/i.exec(text)?.[0];
  const fenced = open === undefined ? objectAt(text) : between(text, open, '---');
  if (!fenced || fenced.inside.length > LIMITS.frontMatter) return null;
  // YAML reads JSON, with the limits of front matter.
  const read = readYaml(fenced.inside);
  const { body, bodyLine } = rest(text, fenced.length);
  if ('data' in read) return { data: read.data, body, bodyLine };
  if (open === undefined) return null;
  return { data: {}, body, bodyLine, unread: { text: fenced.inside.slice(0, LONGEST), line: 1, why: read.error } };
}

/** Hugo: a page that begins with `{` and a key has JSON up to the line `}`. */
function objectAt(text: string): Fenced | null {
  if (!/^\{\s*"/.test(text.slice(0, 200))) return null;
  const close = /\n\}[ \t]*(?:\n|$)/.exec(text.slice(0, LIMITS.frontMatter));
  if (!close) return null;
  const length = close.index + close[0].length;
  return { inside: text.slice(0, length), length };
}

/** Logseq: a page that begins with `title:: Name` lines. */
function propertiesOf(text: string): SplitPage | null {
  const found = /^(?:[a-z][\w-]{0,40}::[ \t][^\n]{0,1000}(?:\n|$)){1,30}/i.exec(text)?.[0];
  if (found === undefined) return null;
  const lines = found.trimEnd().split('\n');
  const pairs = lines.map((line): [string, string] => [
    line.slice(0, line.indexOf('::')),
    line.slice(line.indexOf('::') + 2).trim(),
  ]);
  return { data: Object.fromEntries(pairs.filter(([key]) => key !== '__proto__')), ...rest(text, found.length) };
}

const rest = (text: string, length: number): { body: string; bodyLine: number } => ({
  body: text.slice(length),
  bodyLine: text.slice(0, length).split('\n').length,
});

/** `key: some text` lines of front matter that is not YAML, mostly for a colon or a sign in a title without quotes. */
function flatLines(text: string): Record<string, unknown> {
  const found = text.matchAll(/^([A-Za-z_][\w-]{0,60}):[ \t]+(?![![{&|>])(\S[^\n]{0,2000})$/gm);
  const entries = [...found].map(([, key = '', value = '']): [string, unknown] => {
    const plain = value.trim();
    return [key, /^(["']).*\1$/.test(plain) ? plain.slice(1, -1) : plain];
  });
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));
}

/** How many lines the front matter takes, its fences too. */
function endOf(text: string): number {
  const lines = text.split('\n');
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line)) + 1;
}
