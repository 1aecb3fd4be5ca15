import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { shownName } from '#archive/shown-name.ts';
import { samePathKey } from '#domain/archive/entry-path.ts';
import { unsafeName } from '#domain/archive/unsafe-name.ts';
import { LIMITS } from '#domain/limits.ts';
import { readRegular } from '#files/regular-file.ts';
import { fail, failTooLarge, failUnsafe } from '#pack/refusal.ts';
import { type CarriedFile, type Carrier, carriedEntries, fileOf } from './carrier.ts';

export interface FolderEffects {
  readonly names: (path: string) => Promise<readonly string[]>;
  /** What stands at a path itself, a link not followed. */
  readonly look: (path: string) => Promise<Stats>;
  /** @throws where it is no file, or longer than `most` */
  readonly read: (path: string, most: number) => Promise<Buffer>;
}

export const folderEffects: FolderEffects = { names: readdir, look: lstat, read: readRegular };

/** Steps that a name of a pack has at most: what lies deeper is not looked for. */
const DEEPEST = 4;

/**
 * Opens a pack that lies as a folder of files, as on a share or a stick, and looks at names and sizes, nothing else.
 * @throws ProblemError for everything that is not exactly such a folder
 */
export async function openFolderCarrier(path: string, effects: FolderEffects = folderEffects): Promise<Carrier> {
  const file = shownName(path);
  const found = await filesIn(path, file, effects);
  const size = found.reduce((sum, { packed }) => sum + packed, 0);
  if (size > LIMITS.packFile) failTooLarge(file, LIMITS.packFile);
  const entries = carriedEntries(found, file);
  return {
    file,
    size,
    entries: [...entries.keys()],
    async read(entry, part) {
      const { name, packed } = fileOf(entries, entry);
      const bytes = await effects.read(join(path, name), packed).catch(() => null);
      return bytes?.length === packed ? bytes : fail({ code: 'pack-damaged', file, part });
    },
    close: async () => {},
  };
}

async function filesIn(path: string, file: string, effects: FolderEffects): Promise<readonly CarriedFile[]> {
  const found: CarriedFile[] = [];
  const seen = new Set<string>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const names = await effects.names(join(path, folder)).catch(() => fail({ code: 'file-unreadable', file }));
    for (const step of names) {
      const name = `${folder}${step}`;
      if (seen.size >= LIMITS.archiveEntries) failUnsafe(file, 'too-many-entries');
      if (unsafeName(name) !== null) failUnsafe(file, 'name');
      const key = samePathKey(name);
      if (seen.has(key)) failUnsafe(file, 'duplicate');
      seen.add(key);
      const stat = await effects.look(join(path, name)).catch(() => fail({ code: 'file-unreadable', file }));
      if (stat.isDirectory() && name.split('/').length < DEEPEST) folders.push(`${name}/`);
      else if (stat.isFile() || stat.isDirectory()) found.push({ name, packed: stat.size });
      else failUnsafe(file, 'symlink');
    }
  }
  return found;
}
