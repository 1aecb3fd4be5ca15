import { takeFrontMatter } from '#markdown/front-matter.ts';

/** A source file in two parts. */
export interface SplitPage {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line of the file where the body begins, from 1. */
  readonly bodyLine: number;
  /** The front matter as it was, where it could not be read; and why. */
  readonly unread?: { readonly text: string; readonly line: number; readonly why: string };
}

/** Parts YAML (`---`) or TOML (`+++`) front matter from the body. */
export function splitPage(text: string): SplitPage {
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text);
  if (toml) {
    const { data, left } = readToml(toml[1] ?? '');
    const body = text.slice(toml[0].length);
    const unread = left === '' ? {} : { unread: { text: left, line: 1, why: 'it is TOML' } };
    return { data, body, bodyLine: toml[0].split('\n').length, ...unread };
  }
  const { frontMatter, body } = takeFrontMatter(text);
  if (!frontMatter) return { data: {}, body: text, bodyLine: 1 };
  // The body holds the front matter as empty lines.
  const lines = body.split('\n');
  const end = text === body ? 0 : endOf(text);
  const rest = lines.slice(end).join('\n');
  if ('data' in frontMatter) return { data: frontMatter.data, body: rest, bodyLine: end + 1 };
  const unread = text.split('\n').slice(0, end).join('\n').slice(0, LONGEST);
  const { line, error: why, fault } = frontMatter;
  const data = fault === 'yaml' || fault === 'duplicate-key' ? flatLines(unread) : {};
  return { data, body: rest, bodyLine: end + 1, unread: { text: unread, line, why } };
}

/** Characters of front matter that are kept as text. */
const LONGEST = 20_000;

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

/** The flat part of TOML: `key = "text"`, numbers, truth values. The rest is given back as it was. */
function readToml(text: string): { data: Record<string, unknown>; left: string } {
  const entries: [string, unknown][] = [];
  const left: string[] = [];
  for (const line of text.split('\n')) {
    const found =
      /^([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(-?\d+(?:\.\d+)?)|(true|false)|(\d{4}-\d{2}-\d{2})\S*)\s*(?:#.*)?$/.exec(
        line,
      );
    if (left.length === 0 && found?.[1]) {
      const [, key, double, single, number, truth, day] = found;
      const text = double?.replace(/\\(["\\])/g, '$1') ?? single ?? day;
      entries.push([key, text ?? (number === undefined ? truth === 'true' : Number(number))]);
    } else if (line.trim() !== '' && !line.trim().startsWith('#')) left.push(line);
  }
  return { data: Object.fromEntries(entries.filter(([key]) => key !== '__proto__')), left: left.join('\n') };
}
