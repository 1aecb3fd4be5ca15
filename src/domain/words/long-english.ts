import { en } from './en.ts';

/** English about 40 % longer, word by word, as Welsh or German would be. Finds what clips. */
const lengthen = (text: string): string =>
  text.replace(/\p{L}{2,}/gu, (word) => word + (word.at(-1) ?? '').repeat(Math.ceil(word.length * 0.4)));

/** `{count, plural, ` and what else stands before the choices of an argument. */
const CHOOSES = /^\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/;

/** A message with its words longer. Names of values, their formats and what chooses between texts stay as they are. */
export function lengthenMessage(message: string): string {
  let made = '';
  for (const part of partsOf(message)) {
    const start = CHOOSES.exec(part)?.[0];
    if (start !== undefined) made += start + lengthenChoices(part.slice(start.length, -1)) + part.slice(-1);
    else made += part.startsWith('{') ? part : lengthen(part);
  }
  return made;
}

/** `one {# note} other {# notes}`: the texts in braces are messages. */
const lengthenChoices = (choices: string): string =>
  partsOf(choices)
    .map((part) => (part.startsWith('{') ? `{${lengthenMessage(part.slice(1, -1))}}` : part))
    .join('');

/** Text and whole arguments in turn. */
function partsOf(message: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of message) {
    if (sign === '{' && depth === 0) parts.push('');
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    parts.push((parts.pop() ?? '') + sign);
    if (sign === '}' && depth === 0) parts.push('');
  }
  return parts;
}

/** The language of the screen tests. No text of ours quotes a brace, so none is looked for. */
export const longEnglish: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [key, lengthenMessage(message)]),
);
