/**
 * One spelling for one value: keys sorted by code unit, no white space, absent keys left out. The bytes of a
 * manifest and of a page body are these, so the same source gives the same hash on any machine.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const out: [string, unknown][] = Object.entries(value).map(([key, inner]) => [key, sorted(inner)]);
  out.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(out);
}
