import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularNow } from '#files/regular-file.ts';
import { sha256 } from '#pack/blob.ts';

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
  return folders.flatMap((folder) =>
    (tried(() => names(folder)) ?? [])
      .filter((name) => name.endsWith('.root.json'))
      .toSorted()
      .flatMap((name) => {
        // One that cannot be read takes no other with it.
        const bytes = tried(() => read(join(folder, name), MOST));
        return bytes ? [{ sha256: sha256(bytes), bytes }] : [];
      }),
  );
}

function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
