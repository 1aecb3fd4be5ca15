/** English about 40 % longer, word by word, as Welsh or German would be. Finds what clips. */
export function lengthen(text: string): string {
  return text.replace(/\p{L}{2,}/gu, (word) => word + (word.at(-1) ?? '').repeat(Math.ceil(word.length * 0.4)));
}
