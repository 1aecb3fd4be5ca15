import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Say } from '#domain/words/words.ts';

const ENDING = '.satchel';

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

/** Asks a person for pack files by the system's own dialog; none when it was cancelled. */
export async function choosePacks(window: BrowserWindow, say: Say): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.choose.title'),
    buttonLabel: say('main.choose.button'),
    filters: [
      { name: say('main.choose.packs'), extensions: [ENDING.slice(1)] },
      { name: say('main.choose.all'), extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
  return filePaths;
}
