import type { Element } from 'hast';

/** What an element says of its looks itself, names and values in small letters. */
export type Style = ReadonlyMap<string, string>;

const NONE: Style = new Map();
/** More than any program writes for one element. */
const MOST = 400;

export function styleOf({ properties }: Element): Style {
  const { style } = properties;
  if (typeof style !== 'string' || style === '') return NONE;
  const found = new Map<string, string>();
  for (const one of style.toLowerCase().split(';', MOST)) {
    const colon = one.indexOf(':');
    if (colon > 0) found.set(one.slice(0, colon).trim(), one.slice(colon + 1).trim());
  }
  return found;
}

/** The names of an element's classes, parted by spaces. */
export const classesOf = ({ properties }: Element): string =>
  Array.isArray(properties.className) ? properties.className.join(' ') : '';
