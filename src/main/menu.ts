import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId, MENUS } from '#bridge/commands.ts';
import { isSingleKey, keysOf } from '#bridge/shortcuts.ts';
import type { Settings } from '#domain/settings.ts';
import type { Say } from '#domain/words/words.ts';

/** The menu bar, made from the one table of commands. Keys of the window's own commands are shown, the window hears them. */
export function menuOf(
  say: Say,
  settings: Pick<Settings, 'shortcuts' | 'singleKeys'>,
  choose: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  return MENUS.map((menu) => ({
    label: say(`menu.${menu}`),
    submenu: COMMANDS.filter((command) => command.menu === menu).map((command) => {
      const keys = keysOf(command.id, settings).find((each) => !isSingleKey(each));
      return {
        id: command.id,
        label: say(command.label),
        ...(keys ? { accelerator: accelerator(keys) } : {}),
        ...(command.role ? { role: command.role } : { registerAccelerator: false, click: () => choose(command.id) }),
      };
    }),
  }));
}

/** Our way to write keys as Electron's: `Ctrl` is Command on a Mac. */
function accelerator(keys: string): string {
  return keys.replace(/\bCtrl\b/, 'CmdOrCtrl');
}
