/**
 * A text without the signs at its end that a pattern names. By hand: a pattern that ends in `+$` looks at a long row of
 * them again from each of its places.
 * @param sign matches one character; without `g` and `y`
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const before = end - (isPair(text, end) ? 2 : 1);
    if (!sign.test(text.slice(before, end))) break;
    end = before;
  }
  return text.slice(0, end);
}

/** Whether two halves of one character stand before a place. */
const isPair = (text: string, end: number): boolean => end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
