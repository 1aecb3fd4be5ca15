import { type BrowserWindow, dialog } from 'electron';
import { writeWhole } from '#pack/write-whole.ts';
import type { SaveEffects } from './save-searches.ts';

/** What the dialog says, and the ending it offers: `md`, without its dot. */
interface SaveWords {
  readonly title: string;
  readonly kind: string;
  readonly extension: string;
}

/** The system's own save dialog, which also asks before a file is replaced. */
export const saveEffects = (window: BrowserWindow, { title, kind, extension }: SaveWords): SaveEffects => ({
  async choose(name) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: name,
      filters: [{ name: kind, extensions: [extension] }],
    });
    return canceled || filePath === '' ? null : filePath;
  },
  write: writeWhole,
});
