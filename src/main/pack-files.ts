import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How the name of a pack file ends. */
export const ENDING = '.satchel';

/** The packs that came with the app, in order of their names. */
export function starterPacks(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Pack files among the words of a command line, as whole paths. Switches are never files. */
export function packsNamed(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith(ENDING))
    .map((word) => resolve(folder, word));
}
