import { type BrowserWindow, dialog } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { writeWhole } from '#pack/write-whole.ts';
import type { SaveFileEffects } from './save-note-file.ts';

/** The system's own save dialog, and a file that appears whole. */
export const saveFileEffects = (
  window: BrowserWindow,
  say: Say,
  readFile: SaveFileEffects['readFile'],
): SaveFileEffects => ({
  readFile,
  async choose(name) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: say('main.file.title'),
      defaultPath: name,
    });
    return canceled || filePath === '' ? null : filePath;
  },
  write: writeWhole,
});
