import type { Element } from 'hast';
import { classesOf, styleOf } from './style.ts';

const ON = /(?:^|\s)(?:(?:[\w-]*--)?checked|checkbox-on|task-done|is-checked|done)(?:\s|$)/i;
const LIST = /\b(?:tox-checklist|inline-task-list|task-list|todo-list|to-do-list|contains-task-list|checklist)\b/i;
const ITEM = /\b(?:task-list-item|to-do)\b/i;

/** Whether an item of a list is ticked, in the ways in which programs write it; `null` where it has no box. */
export function tickOf(item: Element, list: Element): boolean | null {
  const box = boxIn(item);
  const { ariaChecked, dataChecked, dataList, dataTask, dataInlineTaskId } = item.properties;
  if (ariaChecked !== undefined) return ariaChecked === 'true';
  if (dataChecked !== undefined) return dataChecked === 'true' || dataChecked === true || dataChecked === '';
  if (dataList === 'checked' || dataList === 'unchecked') return dataList === 'checked';
  if (typeof dataTask === 'string' && dataTask.trim().length <= 1) return dataTask.trim().toLowerCase() === 'x';
  const { dataChecked: all } = list.properties;
  if (all === 'true' || all === 'false') return all === 'true';
  if (box !== null) return box;
  const look = styleOf(item);
  if (look.has('--en-checked')) return look.get('--en-checked') === 'true';
  if (dataInlineTaskId !== undefined || LIST.test(classesOf(list)) || ITEM.test(classesOf(item))) {
    return ON.test(classesOf(item));
  }
  return null;
}

/** A box among the first things of an item; it is taken out, for the item says it then. */
function boxIn(item: Element, depth = 0): boolean | null {
  for (const [at, child] of item.children.entries()) {
    if (child.type === 'text' && child.value.trim() !== '') return null;
    if (child.type !== 'element') continue;
    if (/^(?:ul|ol|table)$/.test(child.tagName)) return null;
    const said = saidBy(child);
    if (said !== null) {
      item.children.splice(at, 1);
      return said;
    }
    if (child.children.length > 0) return depth > 6 ? null : boxIn(child, depth + 1);
    if (child.tagName === 'br') return null;
  }
  return null;
}

function saidBy(element: Element): boolean | null {
  const { type, checked, ariaChecked } = element.properties;
  if (element.tagName === 'input') {
    return String(type).toLowerCase() === 'checkbox'
      ? checked === true || checked === '' || ariaChecked === 'true'
      : null;
  }
  const names = classesOf(element);
  if (/(?:^|\s)checkbox(?:\s|$)/.test(names)) return ON.test(names);
  if (element.properties.role === 'checkbox') return ariaChecked === 'true';
  return null;
}
