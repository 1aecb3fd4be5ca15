import { type BrowserWindow, clipboard, dialog, shell } from 'electron';
import type { LinkEffects } from './link.ts';

/** The question as a dialog of the system over our window, and the two ways an address may go. */
export function linkEffects(window: BrowserWindow): LinkEffects {
  return {
    async ask({ message, detail, buttons, cancel }) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message,
        detail,
        buttons: [...buttons],
        defaultId: cancel,
        cancelId: cancel,
        noLink: true,
      });
      return response;
    },
    open: (href) => shell.openExternal(href),
    copy: (text) => clipboard.writeText(text),
  };
}
