import type { BrowserWindow } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { askWhatToOpen } from '../../window/dialogs.ts';
import { ENDING } from '../pack-files.ts';

/** Asks a person for the folder or file of a source by the system's own dialog; `undefined` when it was cancelled. */
export async function chooseSource(
  window: BrowserWindow,
  kind: 'folder' | 'file',
  say: Say,
): Promise<string | undefined> {
  const [path] = await askWhatToOpen(
    window,
    kind === 'folder'
      ? { title: say('sources.main.folder'), properties: ['openDirectory'] }
      : {
          title: say('sources.main.file'),
          properties: ['openFile'],
          filters: [{ name: say('main.choose.packs'), extensions: [ENDING.slice(1)] }],
        },
  );
  return path;
}
