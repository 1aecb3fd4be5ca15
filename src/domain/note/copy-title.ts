import { LONGEST_TITLE } from './choices.ts';

/** The title of a copy, from that of the note. Where it would be too long for a note, what it is made of is cut. */
export function copyTitle(title: string, name: (title: string) => string): string {
  const whole = name(title);
  const over = whole.length - LONGEST_TITLE;
  if (over <= 0) return whole;
  return start(name(`${start(title, Math.max(0, title.length - over - 1))}…`), LONGEST_TITLE);
}

/** Half a letter is none. */
const start = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
