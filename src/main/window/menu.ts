import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId } from '#bridge/commands.ts';
import { MENUS } from '#bridge/menus.ts';
import { isSingleKey, keysOf } from '#bridge/shortcuts.ts';
import type { Settings } from '#domain/settings.ts';
import type { Say } from '#domain/words/words.ts';
import { withAccessKeys } from './access-keys.ts';

type Keys = Pick<Settings, 'shortcuts' | 'singleKeys'>;

/** The menu bar, made from the table of commands. Keys of the window's own commands are shown, the window hears them. */
export function menuOf(say: Say, settings: Keys, choose: (id: CommandId) => void): MenuItemConstructorOptions[] {
  const menus = withAccessKeys(MENUS.map(({ id }) => say(`menu.${id}`)));
  return MENUS.map(({ groups }, at) => {
    const all = groups.flat();
    const labels = new Map(
      withAccessKeys(all.map((id) => say(commandOf(id).label))).map((label, n) => [all[n], label]),
    );
    return {
      label: menus[at] ?? '',
      submenu: groups.flatMap((group, n) => [
        ...(n > 0 ? [{ type: 'separator' as const }] : []),
        ...group.map((id) => itemOf(id, labels.get(id) ?? '', settings, choose)),
      ]),
    };
  });
}

function itemOf(id: CommandId, label: string, settings: Keys, choose: (id: CommandId) => void) {
  const { role } = commandOf(id);
  const keys = keysOf(id, settings).find((each) => !isSingleKey(each));
  return {
    id,
    label,
    ...(keys ? { accelerator: accelerator(keys) } : {}),
    ...(role ? { role } : { registerAccelerator: false, click: () => choose(id) }),
  };
}

function commandOf(id: CommandId): (typeof COMMANDS)[number] {
  const command = COMMANDS.find((one) => one.id === id);
  if (!command) throw new Error(`no command ${id}`);
  return command;
}

/** Our way to write keys as Electron's: `Ctrl` is Command on a Mac. */
function accelerator(keys: string): string {
  return keys.replace(/\bCtrl\b/, 'CmdOrCtrl');
}
