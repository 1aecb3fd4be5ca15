/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
export type JsonRecord = { readonly [key: string]: Json };

/** Nesting beyond this says nothing to a reader and costs whoever copies it. */
const DEEPEST = 64;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text as JSON without the key that JavaScript's objects take for something else; `undefined` where it is not JSON. */
export function readJson(text: string): Json | undefined {
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
