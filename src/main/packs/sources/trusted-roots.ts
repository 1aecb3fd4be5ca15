import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularNow } from '#files/regular-file.ts';

/** A root that sources may go by: `N.root.json` of a repository. */
export interface TrustedRoot {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

interface RootEffects {
  readonly names: (folder: string) => readonly string[];
  readonly read: (path: string, most: number) => Uint8Array;
}

const rootEffects: RootEffects = { names: (folder) => readdirSync(folder), read: readRegularNow };

/** Bytes; the wrapper of TUF takes no larger one. */
const MOST = 128 * 1024;

/**
 * The roots in some folders, by name. None is ever taken from a source itself: who lets the first stranger in lets
 * anybody in.
 */
export function trustedRoots(
  folders: readonly string[],
  { names, read }: RootEffects = rootEffects,
): readonly TrustedRoot[] {
  return folders.flatMap((folder) => {
    try {
      return [...names(folder)]
        .filter((name) => name.endsWith('.root.json'))
        .sort()
        .map((name) => {
          const bytes = read(join(folder, name), MOST);
          return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
        });
    } catch {
      return [];
    }
  });
}
