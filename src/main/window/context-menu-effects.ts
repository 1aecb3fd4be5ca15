import { type BrowserWindow, clipboard, Menu } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { tell } from '../ipc/handle.ts';
import { contextMenuOf } from './context-menu.ts';

/** Shows the menu of the place that was clicked, or where the focus is. */
export function offerContextMenu(window: BrowserWindow, say: () => Say): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, params) => {
    const items = contextMenuOf(params, say(), {
      correct: (word) => webContents.replaceMisspelling(word),
      learn: (word) => webContents.session.addWordToSpellCheckerDictionary(word),
      lookUp: (words) => tell(window, 'lookUp', words),
      copy: (text) => {
        clipboard.writeText(text);
        tell(window, 'copied');
      },
    });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window, x: params.x, y: params.y });
  });
}
