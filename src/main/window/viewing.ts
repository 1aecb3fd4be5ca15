import type { BrowserWindow } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { tell } from '../ipc/handle.ts';
import { offerContextMenu } from './context-menu-effects.ts';
import { zoom } from './zoom.ts';

/** What a person does with the wheel and the second button, which no key of the window hears. */
export function hearViewing(window: BrowserWindow, say: () => Say): void {
  window.webContents.on('zoom-changed', (_event, direction) => {
    tell(window, 'zoomed', zoom(direction, window.webContents));
  });
  offerContextMenu(window, say);
}
