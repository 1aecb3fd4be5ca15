import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What walking a folder asks of the disk. */
export interface WalkEffects {
  /** Names in a folder, with their kind; links are not followed. */
  readonly list: (dir: string) => Promise<readonly { readonly name: string; readonly kind: EntryKind }[]>;
}

type EntryKind = 'file' | 'folder' | 'link' | 'other';

export const diskWalk: WalkEffects = {
  list: async (dir) => {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
    }));
  },
};

/** Files below a folder, with `/`, sorted by code unit; and what was passed over, with the reason. */
export interface Walked {
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
}

const MAX_DEPTH = 40;

/** Walks a folder. `enter` says why a folder is not entered, or `null` to enter it. A missing folder is empty. */
export async function walk(
  root: string,
  enter: (path: string) => string | null,
  effects: WalkEffects = diskWalk,
): Promise<Walked> {
  const files: string[] = [];
  const skipped: { path: string; why: string }[] = [];
  const visit = async (dir: string, prefix: string, depth: number): Promise<void> => {
    let entries: Awaited<ReturnType<WalkEffects['list']>>;
    try {
      entries = await effects.list(dir);
    } catch {
      if (prefix !== '') skipped.push({ path: prefix, why: 'the folder cannot be read' });
      return;
    }
    for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      if (name.includes('\ufffd')) skipped.push({ path, why: 'the file name is not UTF-8' });
      else if (kind === 'link') skipped.push({ path, why: 'a symbolic link is not followed' });
      else if (kind === 'file') files.push(path);
      else if (kind === 'folder') {
        const why = depth >= MAX_DEPTH ? 'folders are nested too deeply' : enter(path);
        if (why === null) await visit(join(dir, name), path, depth + 1);
        else skipped.push({ path, why });
      }
    }
  };
  await visit(root, '', 0);
  return { files: files.sort(), skipped };
}

/** Whether a path is a folder that can be read (a link to one counts: a person named it). */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(join(path, '.'))).isDirectory();
  } catch {
    return false;
  }
}
