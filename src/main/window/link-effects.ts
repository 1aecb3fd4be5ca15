import { type BrowserWindow, clipboard, shell } from 'electron';
import { askOver } from './dialogs.ts';
import type { LinkEffects } from './link.ts';

/** The question as a dialog of the system over our window, and the two ways an address may go. */
export function linkEffects(window: BrowserWindow): LinkEffects {
  return {
    ask: ({ message, detail, buttons, cancel }) =>
      askOver(window, {
        type: 'question',
        message,
        detail,
        buttons: [...buttons],
        defaultId: cancel,
        cancelId: cancel,
      }),
    open: (href) => shell.openExternal(href),
    copy: (text) => clipboard.writeText(text),
  };
}
