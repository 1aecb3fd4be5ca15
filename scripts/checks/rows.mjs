/**
 * Whether a word is the name of an acceptance row: H7, U10.
 * @param {string} word
 */
export const isRow = (word) => /^[A-Z]{1,2}\d+$/.test(word);

/**
 * The rows that a title begins with: one, or several with spaces between.
 * @param {string} title
 */
export function rowsOf(title) {
  const words = title.split(/[\s,]+/);
  const end = words.findIndex((word) => !isRow(word));
  return end === -1 ? words : words.slice(0, end);
}
