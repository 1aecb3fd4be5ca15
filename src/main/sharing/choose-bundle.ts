import { type BrowserWindow, dialog } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { BUNDLE } from '../pack-files.ts';

/** Asks a person for a file of notes by the system's own dialog; none when it was cancelled. */
export async function chooseBundle(window: BrowserWindow, say: Say): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.import.title'),
    buttonLabel: say('main.import.button'),
    filters: [
      { name: say('main.import.bundles'), extensions: [BUNDLE.slice(1)] },
      { name: say('main.choose.all'), extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return filePaths;
}
