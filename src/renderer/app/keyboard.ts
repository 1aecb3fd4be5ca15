import type { CommandId } from '#bridge/commands.ts';
import { commandOf, isSingleKey, keysOfPress } from '#bridge/shortcuts.ts';
import type { Settings } from '#domain/settings.ts';

const onMac = (): boolean => navigator.platform.startsWith('Mac');

/** True where a letter is text: single keys do nothing there. */
function typesText(node: EventTarget | null): boolean {
  if (!(node instanceof HTMLElement)) return false;
  if (node.isContentEditable || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) return true;
  return node instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(node.type);
}

/** The command of a key press here and now, or `null`. A dialog keeps all keys to itself. */
export function commandOfEvent(event: KeyboardEvent, settings: Settings): CommandId | null {
  if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return null;
  if (document.querySelector('dialog[open]')) return null;
  const keys = keysOfPress(event, onMac());
  if (keys === null || (isSingleKey(keys) && typesText(event.target))) return null;
  return commandOf(keys, settings);
}
