/**
 * A text without the signs at its end that a pattern names. By hand: a pattern that ends in `+$` looks at a long row of
 * them again from each of its places.
 * @param sign matches one character; without flags
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
