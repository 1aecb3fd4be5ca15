/** What a spreadsheet takes for a formula at the start of a cell, in narrow and wide letters. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Without it a spreadsheet takes UTF-8 for something else. */
const UTF8_MARK = '\ufeff';

/** Rows as comma-separated values that a spreadsheet opens as text: what looks like a formula begins with an apostrophe. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `${UTF8_MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
