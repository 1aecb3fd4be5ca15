import { LONGEST_TITLE } from './choices.ts';

/**
 * The title of a copy, from that of the note, of which no letter goes: its end may be all in which two notes differ.
 * Where both would be too long for a note, what is said beside it is shortened, or left out.
 * @param from where the copy comes from, such as the name of a file; may be shortened
 */
export function copyTitle(title: string, name: (title: string, from: string) => string, from = ''): string {
  const whole = name(title, from);
  const over = whole.length - LONGEST_TITLE;
  if (over <= 0) return whole;
  const short = start(from, Math.max(0, from.length - over - 1));
  return short === '' ? title : name(title, `${short}…`);
}

/** Half a letter is none. */
const start = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
