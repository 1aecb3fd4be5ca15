import { type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { Settings } from '#domain/settings.ts';
import { sayIn } from '#domain/words/words.ts';
import { tell } from '../ipc/handle.ts';
import { menuOf } from '../window/menu.ts';

/** Lets the system parts of the window follow the settings: menu words and keys, light or dark. Its language is loaded. */
export function applySettings(now: Settings, window: () => BrowserWindow): void {
  nativeTheme.themeSource = now.theme;
  const menu = menuOf(sayIn(now.language), now, (id) => tell(window(), 'command', id));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
