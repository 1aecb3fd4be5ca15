import type { BrowserWindow } from 'electron';
import { writeWhole } from '#files/write-whole.ts';
import { askWhereToSave } from '../window/dialogs.ts';
import type { SaveEffects } from './save-searches.ts';

/** What the dialog says, and the ending it offers: `md`, without its dot. */
interface SaveWords {
  readonly title: string;
  readonly kind: string;
  readonly extension: string;
}

/** The system's own save dialog, which also asks before a file is replaced. */
export const saveEffects = (window: BrowserWindow, { title, kind, extension }: SaveWords): SaveEffects => ({
  choose: (name) =>
    askWhereToSave(window, { title, defaultPath: name, filters: [{ name: kind, extensions: [extension] }] }),
  write: writeWhole,
});
