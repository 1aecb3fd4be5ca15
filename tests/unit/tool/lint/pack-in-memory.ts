import { type LintEffects, lintEffects } from '#tool/lint/lint.ts';

/** A pack folder that is not on a disk: path → text or bytes. `null` is a file that cannot be read. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export const SETTINGS = `id: example
title: Example
version: "1"
release: 1
publisher: Us
language: en-GB
marking: OFFICIAL
created: 2026-11-23
`;

/** The effects of a lint run that reads these files from the folder `/pack`. */
export function inMemory(files: Files, today = '2026-11-23'): LintEffects {
  const bytesOf = (path: string): Uint8Array => {
    const content = files[path.replace(/^\/pack\//, '').normalize('NFC')] ?? null;
    if (content === null) throw new Error('EACCES');
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    ...lintEffects,
    list: async (dir) => {
      const prefix = `${dir}/`.replace(/^\/pack\//, '');
      const names = new Map<string, 'file' | 'folder'>();
      for (const path of Object.keys(files)) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...rest] = path.slice(prefix.length).split('/');
        names.set(name, rest.length > 0 ? 'folder' : 'file');
      }
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    size: async (path) => bytesOf(path).length,
    read: async (path) => bytesOf(path),
    today: () => today,
  };
}

/** The smallest PNG: one grey pixel. */
export const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64'),
);

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>';

/** A page that breaks no rule. */
export const page = (id: string, more = '', body = 'Text.'): string =>
  `---\nid: ${id}\ntitle: The page ${id}\nsummary: What it is for.\n${more}---\n\n${body}\n`;
