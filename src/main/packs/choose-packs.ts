import type { BrowserWindow } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { askWhatToOpen } from '../window/dialogs.ts';
import { ENDING } from './pack-files.ts';

/** Asks a person for pack files by the system's own dialog; none when it was cancelled. */
export function choosePacks(window: BrowserWindow, say: Say): Promise<readonly string[]> {
  return askWhatToOpen(window, {
    title: say('main.choose.title'),
    buttonLabel: say('main.choose.button'),
    filters: [
      { name: say('main.choose.packs'), extensions: [ENDING.slice(1)] },
      { name: say('main.choose.all'), extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
}
