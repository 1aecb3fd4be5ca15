import { parse, TomlError } from 'smol-toml';

/** TOML as data, and the lines that could not be read. */
export interface ReadToml {
  readonly data: Readonly<Record<string, unknown>>;
  /** Lines that are not TOML, as they were; empty where all was read. */
  readonly left: string;
}

/** Lines that may be wrong before the rest is taken for text. */
const MOST_WRONG = 20;

/** Reads TOML. Numbers and days stay the text that was written; a line that is no TOML is given back, not the rest. */
export function readToml(text: string): ReadToml {
  const lines = withWrittenValues(text).split('\n');
  const original = text.split('\n');
  const wrong: string[] = [];
  while (wrong.length < MOST_WRONG) {
    try {
      return { data: parse(lines.join('\n'), { maxDepth: 32, unsafeKeyBehaviour: 'drop' }), left: wrong.join('\n') };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const at = Math.min(error.line, lines.length) - 1;
      if ((lines[at] ?? '').trim() === '') break;
      wrong.push(original[at] ?? '');
      lines[at] = '';
    }
  }
  return { data: {}, left: text };
}

const VALUE =
  /^(?:[+-]?(?:\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?|\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?|0[xob][\da-fA-F_]+|[\d_]+(?:\.[\d_]+)?(?:[eE][+-]?\d+)?|inf|nan))(?=[ \t]*(?:[,\]}#\n]|$))/;

/** Puts values that a computer would write otherwise (`2.10`, `1_000`, days) into quotation marks. */
function withWrittenValues(text: string): string {
  let out = '';
  let expectsValue = false;
  for (let at = 0; at < text.length; ) {
    const end = skipped(text, at);
    if (end > at) {
      if (text[at] !== '#') expectsValue = false;
      out += text.slice(at, end);
      at = end;
      continue;
    }
    const char = text[at] ?? '';
    const value = expectsValue ? VALUE.exec(text.slice(at, at + 80))?.[0] : undefined;
    if (value !== undefined) {
      out += String(Number(value)) === value ? value : `"${value}"`;
      at += value.length;
      expectsValue = false;
      continue;
    }
    if (char === '=' || char === ',' || (char === '[' && expectsValue)) expectsValue = true;
    else if (!/\s/.test(char)) expectsValue = false;
    out += char;
    at += 1;
  }
  return out;
}

/** Where the text or comment that begins here ends; the offset itself where neither does. */
function skipped(text: string, at: number): number {
  const quote = text[at];
  if (quote === '#') return lineEnd(text, at);
  if (quote !== '"' && quote !== "'") return at;
  const long = quote.repeat(3);
  if (text.startsWith(long, at)) {
    const close = text.indexOf(long, at + 3);
    return close === -1 ? text.length : close + 3;
  }
  const stop = lineEnd(text, at);
  for (let end = at + 1; end < stop; end += 1) {
    if (text[end] === '\\' && quote === '"') end += 1;
    else if (text[end] === quote) return end + 1;
  }
  return stop;
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found;
}
