import { type BrowserWindow, dialog } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { ENDING } from './pack-files.ts';

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
