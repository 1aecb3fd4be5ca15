import type { Settings } from '#domain/settings.ts';
import { COMMANDS, type CommandId } from './commands.ts';

/** What is read of a key press; a DOM `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

type ShortcutSettings = Pick<Settings, 'shortcuts' | 'singleKeys'>;

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
  ' ': 'Space',
};
const NEVER = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'Dead', 'Unidentified', 'Process']);
/** Keys that every screen uses for moving, or that belong to screen readers. */
const RESERVED = new Set([
  'Tab',
  'Enter',
  'Escape',
  'Space',
  'Insert',
  'CapsLock',
  'Up',
  'Down',
  'Backspace',
  'Delete',
]);

/** A key press as the table writes it: `Ctrl+Shift+P`, `Alt+Left`, `/`. `null` for a lone modifier. */
export function keysOfPress(press: KeyPress, mac = false): string | null {
  if (NEVER.has(press.key)) return null;
  const ctrl = mac ? press.metaKey : press.ctrlKey;
  const symbol = press.key.length === 1 && press.key.toUpperCase() === press.key.toLowerCase();
  const name = NAMES[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  const parts = [];
  if (ctrl) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  // Shift is part of how a sign such as ? is typed, not of the shortcut.
  if (press.shiftKey && !(symbol && press.key !== ' ')) parts.push('Shift');
  return [...parts, name].join('+');
}

/** A shortcut of one printing key, which can be switched off (WCAG 2.1.4). */
export const isSingleKey = (keys: string): boolean => [...keys].length === 1;

/** The keys of a command now. A person's change takes the place of the first key; none is written as ''. */
export function keysOf(id: CommandId, settings: ShortcutSettings): readonly string[] {
  const command = COMMANDS.find((one) => one.id === id);
  if (!command) return [];
  const changed = command.fixed ? undefined : settings.shortcuts[id];
  const keys = changed === undefined ? command.keys : [changed, ...command.keys.slice(1)];
  return keys.filter((one) => one !== '' && (settings.singleKeys || !isSingleKey(one)));
}

/** The command that has these keys now, outside a note's text or (`writing`) of those that are for it only. */
export function commandOf(keys: string, settings: ShortcutSettings, writing = false): CommandId | null {
  const has = (command: (typeof COMMANDS)[number]): boolean =>
    isForWriting(command.id) === writing && keysOf(command.id, settings).includes(keys);
  return COMMANDS.find(has)?.id ?? null;
}

const isForWriting = (id: CommandId): boolean => COMMANDS.find((one) => one.id === id)?.writing === true;

/** Why keys cannot be taken for a command. `clash` names the command that has them. */
export type Refusal = { readonly why: 'clash'; readonly other: CommandId } | { readonly why: 'reserved' | 'letter' };

/**
 * Checks a shortcut that a person wants. Never taken: Ctrl+Alt with a letter (it types a character on UK and Welsh
 * keyboards), keys that screen readers use, and letters alone, which search results send to the search box.
 */
export function refusalOf(keys: string, id: CommandId, settings: ShortcutSettings): Refusal | null {
  const parts = keys.split('+');
  const last = parts.at(-1) ?? '';
  const letter = /^\p{L}$|^\d$/u.test(last);
  if (parts.includes('Ctrl') && parts.includes('Alt') && letter && !defaultsOf(id).includes(keys)) {
    return { why: 'reserved' };
  }
  if (RESERVED.has(last)) return { why: 'reserved' };
  if (letter && !parts.includes('Ctrl') && !parts.includes('Alt')) return { why: 'letter' };
  // Switched-off single keys still belong to their command: they may be switched on again.
  const other = COMMANDS.find(
    (command) =>
      command.id !== id &&
      keysOf(command.id, { ...settings, singleKeys: true }).includes(keys) &&
      // Ctrl+B is Bold in a text and Places elsewhere, from the start; no other pair may be made.
      !(isForWriting(id) !== isForWriting(command.id) && defaultsOf(id).includes(keys)),
  );
  return other ? { why: 'clash', other: other.id } : null;
}

const defaultsOf = (id: CommandId): readonly string[] => COMMANDS.find((one) => one.id === id)?.keys ?? [];
