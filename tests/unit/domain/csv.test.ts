import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '#domain/csv.ts';

const cells = (text: string) =>
  csvOf([[text]])
    .replace('\ufeff', '')
    .replace(/\r\n$/, '');

test('rows end as spreadsheets want them, and the file says that it is UTF-8', () => {
  expect(
    csvOf([
      ['Words', 'Times'],
      ['Llŷn', 2],
    ]),
  ).toBe('\ufeffWords,Times\r\nLlŷn,2\r\n');
});

test('commas, quotation marks and line breaks stay inside their cell', () => {
  expect(cells('a, b')).toBe('"a, b"');
  expect(cells('say "no"')).toBe('"say ""no"""');
  expect(cells('one\ntwo')).toBe('"one\ntwo"');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '\t=1', '\r1', '=HYPERLINK("http://x","y")'])(
  '%j is text, not a formula',
  (text) => {
    expect(cells(text)).toMatch(/^"?'/);
  },
);

test('whatever is written, no cell begins as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => /^"?[=+\-@\t\r]/.test(cells(text)) === false),
  );
});
