import type { BrowserWindow } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { BUNDLE } from '../packs/pack-files.ts';
import { askWhatToOpen } from '../window/dialogs.ts';

/** Asks a person for a file of notes by the system's own dialog; none when it was cancelled. */
export function chooseBundle(window: BrowserWindow, say: Say): Promise<readonly string[]> {
  return askWhatToOpen(window, {
    title: say('main.import.title'),
    buttonLabel: say('main.import.button'),
    filters: [
      { name: say('main.import.bundles'), extensions: [BUNDLE.slice(1)] },
      { name: say('main.choose.all'), extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
}
