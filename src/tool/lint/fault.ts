/** Something that does not fit while a file is read: a finding before it has a file and a level. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

/** The line of a key at the start of a line of YAML or front matter; 1 where it is not found. */
export function lineOfKey(text: string, key: string): number {
  let number = 0;
  for (const line of text.split('\n', 2_000)) {
    number += 1;
    const [, name = ''] = /^["']?([^"':\s]+)["']?\s*:/.exec(line) ?? [];
    if (name === key) return number;
  }
  return 1;
}

/** What a value is, in words for a message: `the number 3`, `a list`, `"text"`. */
export function wordsFor(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of keys';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return `the ${typeof value} ${String(value)}`;
}
