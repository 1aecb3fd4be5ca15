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

/** What only changes how large all is works over a dialog too. */
export const worksInDialogs = (id: CommandId): boolean => ['zoomIn', 'zoomOut', 'resetZoom'].includes(id);

const ofFields = (id: CommandId): boolean => ['selectAll', 'undo', 'redo'].includes(id);

/** The command of a key press here and now, or `null`. A dialog keeps nearly all keys to itself. */
export function commandOfEvent(event: KeyboardEvent, settings: Settings): CommandId | null {
  if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return null;
  const keys = keysOfPress(event, onMac());
  if (keys === null || (isSingleKey(keys) && typesText(event.target))) return null;
  const id = commandOf(keys, settings);
  if (id === null) return null;
  // A field knows best what all of it is, and what was done in it.
  if (ofFields(id) && typesText(event.target)) return null;
  return document.querySelector('dialog[open]') && !worksInDialogs(id) ? null : id;
}
