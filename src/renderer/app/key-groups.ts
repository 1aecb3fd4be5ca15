import { COMMANDS, type CommandId } from '#bridge/commands.ts';
import { menuOfCommand } from '#bridge/menus.ts';
import { keysOf } from '#bridge/shortcuts.ts';
import type { Settings } from '#domain/settings.ts';
import type { WordKey } from '#domain/words/words.ts';

export interface KeyGroup {
  readonly heading: WordKey;
  readonly rows: readonly { readonly id: CommandId; readonly label: WordKey; readonly keys: readonly string[] }[];
}

const HEADINGS = [
  'keyboard.anywhere',
  'keyboard.goto',
  'keyboard.read',
  'keyboard.search',
  'keyboard.note',
  'keyboard.text',
  'keyboard.window',
] as const satisfies readonly WordKey[];

/** All commands that have keys, in groups: made from the one table, so that the list cannot lie. */
export function keyGroups(settings: Pick<Settings, 'shortcuts' | 'singleKeys'>): readonly KeyGroup[] {
  return HEADINGS.map((heading) => ({
    heading,
    rows: COMMANDS.filter((command) => headingOf(command) === heading).flatMap(({ id, label }) => {
      const keys = keysOf(id, settings);
      return keys.length === 0 ? [] : [{ id, label, keys }];
    }),
  })).filter((group) => group.rows.length > 0);
}

function headingOf(command: (typeof COMMANDS)[number]): (typeof HEADINGS)[number] {
  if (command.scope !== 'anywhere') return `keyboard.${command.scope}`;
  const menu = menuOfCommand(command.id);
  if (menu === 'edit' && command.fixed) return 'keyboard.text';
  if (menu === 'view' || command.role) return 'keyboard.window';
  return menu === 'go' && command.id !== 'search' ? 'keyboard.goto' : 'keyboard.anywhere';
}
