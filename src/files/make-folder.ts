import { mkdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

const MINE = { mode: 0o700 };

/**
 * Makes a folder for this person only, in one that stands. What was taken away above it while it was in use is not made
 * anew: an empty one in its place would take words and say that they are safe. @throws what the disk said
 */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, MINE).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
}

/** Makes a folder and those above it, below one that stands. @throws what the disk said */
export async function makeFolders(below: string, path: string): Promise<void> {
  let at = below;
  for (const name of relative(below, path).split(sep)) {
    at = join(at, name);
    await makeFolder(at);
  }
}

/**
 * Makes a folder and all above it that are missing, for a person who names it; answers the first that was made. Node
 * never ends over a path that begins nowhere once the folder in which it was started is gone. @throws what the disk said
 */
export const makePath = async (path: string, options: { readonly mode?: number } = {}): Promise<string | undefined> =>
  mkdir(resolve(path), { ...options, recursive: true });
