import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  /** A file of ours from the root (`src/domain/pack/page.ts`), or a package's name. */
  readonly to: string;
  readonly ours: boolean;
  readonly typesOnly: boolean;
  /** Loaded when it is asked for, or in a worker. */
  readonly later: boolean;
}

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

const ALIASES: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).imports;

/** All TypeScript and JavaScript files under some folders. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    filesUnder(folder)
      .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'))
      .map(readSource),
  );
}

/** Paths of all files of ours under a folder, from the root, with `/`. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .sort();
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const code = text.replace(/^\s*(\/\/.*|\/\*[\s\S]*?\*\/)/gm, '').replace(/\s\/\/ .*$/gm, '');
  return { path, text, code, imports: importsOf(path, code) };
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const LATER = /\bimport\(\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.{1,2}\/[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g;

function importsOf(path: string, code: string): readonly Import[] {
  const found = [...code.matchAll(STATIC)].map(([, types, name = '']) => ({
    name,
    typesOnly: types !== undefined,
    later: name.includes('?worker'),
  }));
  const asked = [...code.matchAll(LATER)].map(([, name, url]) => ({
    name: name ?? url ?? '',
    typesOnly: false,
    later: true,
  }));
  return [...found, ...asked].map(({ name, typesOnly, later }) => {
    const file = ourFile(path, name.replace(/\?.*$/, ''));
    return { to: file ?? packageName(name), ours: file !== null, typesOnly, later };
  });
}

function ourFile(from: string, name: string): string | null {
  if (name.startsWith('.')) return normalize(join(dirname(from), name)).replaceAll('\\', '/');
  for (const [alias, target] of Object.entries(ALIASES)) {
    const start = alias.slice(0, -1);
    if (name.startsWith(start)) return normalize(target.replace('*', name.slice(start.length))).replaceAll('\\', '/');
  }
  return null;
}

function packageName(name: string): string {
  if (name.startsWith('node:')) return name;
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
