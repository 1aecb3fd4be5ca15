import type { BrowserWindow } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { writeWhole } from '#files/write-whole.ts';
import { askWhereToSave } from '../window/dialogs.ts';
import type { SaveFileEffects } from './save-note-file.ts';

/** The system's own save dialog, and a file that appears whole. */
export const saveFileEffects = (
  window: BrowserWindow,
  say: Say,
  readFile: SaveFileEffects['readFile'],
): SaveFileEffects => ({
  readFile,
  choose: (name) => askWhereToSave(window, { title: say('main.file.title'), defaultPath: name }),
  write: writeWhole,
});
