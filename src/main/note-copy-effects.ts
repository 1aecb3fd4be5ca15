import { type BrowserWindow, dialog } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { fileEffects } from './json-file.ts';
import type { SaveEffects } from './save-searches.ts';

/** The system's own save dialog, which also asks before a file is replaced. */
export const noteCopyEffects = (window: BrowserWindow, say: Say): SaveEffects => ({
  async choose(name) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: say('main.noteCopy.title'),
      defaultPath: name,
      filters: [{ name: say('main.noteCopy.kind'), extensions: ['md'] }],
    });
    return canceled || filePath === '' ? null : filePath;
  },
  write: fileEffects.writeDurably,
});
