import { LIMITS } from '../limits.ts';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
export type JsonRecord = { readonly [key: string]: Json };

/** Nesting beyond this says nothing to a reader and costs whoever copies it. */
const DEEPEST = 64;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * About how many values a JSON text holds, before it is parsed: parsing is what costs. Linear.
 * @param most it counts no further
 */
export function valuesIn(text: string, most = Number.POSITIVE_INFINITY): number {
  let count = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== QUOTE; at += 1) {
        if (text.charCodeAt(at) === BACKSLASH) at += 1;
      }
    } else if (code === COMMA || code === BRACKET || code === BRACE) {
      count += 1;
      if (count > most) return count;
    }
  }
  return count;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;

/** Text as JSON without the key that JavaScript's objects take for something else; `undefined` where it is not JSON or holds too much. */
export function readJson(text: string): Json | undefined {
  if (valuesIn(text, LIMITS.jsonValues) > LIMITS.jsonValues) return undefined;
  try {
    return plain(JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text), 0);
  } catch {
    return undefined;
  }
}

function plain(value: unknown, depth: number): Json {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  if (Array.isArray(value)) return value.map((inner) => plain(inner, depth + 1));
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
    return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner, depth + 1)]));
  }
  return value as Json;
}
