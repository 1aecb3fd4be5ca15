import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How the name of a pack file ends. */
export const ENDING = '.satchel';

/** How the name of a file of notes ends. */
export const BUNDLE = '.eln';

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

export const isBundle = (path: string): boolean => path.toLowerCase().endsWith(BUNDLE);

/** Packs and files of notes among the words of a command line, as whole paths. Switches are never files. */
export function filesNamed(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => !word.startsWith('-') && (word.toLowerCase().endsWith(ENDING) || isBundle(word)))
    .map((word) => resolve(folder, word));
}
