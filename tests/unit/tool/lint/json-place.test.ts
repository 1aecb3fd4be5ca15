import { expect, test } from 'vitest';
import { jsonFault, jsonPlaces } from '#tool/lint/json-place.ts';

function faultOf(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    const { line, column, message, fix } = jsonFault(text);
    return `${line}:${column} ${message}. ${fix}`;
  }
  throw new Error('It is JSON.');
}

test.each([
  ['[\n {"a": 1}\n {"b": 2}\n]', /^3:2 .*comma is missing after line 2.*Put a comma at the end of line 2/],
  ['{"a": "x"\n"b": 1}', /^2:1 .*comma is missing after line 1/],
  ['[1, 2,\n]', /^1:6 Unexpected comma before ]/],
  ['{"queries":[\n{"query":"a"}\n', /Unexpected end of the file/],
  ["{'a': 1}", /^1:2 Unexpected ', expected straight double quotation marks/],
  ['{\n// why\n"a": 1}', /^2:1 Unexpected comment/],
  ['[\n<<<<<<< ours\n1\n=======\n2\n>>>>>>> theirs\n]', /^2:1 Unexpected marks of two versions/],
  ['', /Unexpected end of the file/],
])('B27 what is wrong with %j is said with its line', (text, said) => expect(faultOf(text)).toMatch(said));

test('B27 the place of a value is its own line; a path that is not there gives the nearest', () => {
  const places = jsonPlaces('{"queries":[\n{"query":"a","pages":{}},\n  {"query":"b","pages":{"x":3}}\n]}');
  expect(places(['queries', 1, 'query'])).toEqual({ line: 3, column: 4 });
  expect(places(['queries', 1, 'pages', 'x'])).toEqual({ line: 3, column: 25 });
  expect(places(['queries', 7])).toEqual({ line: 1, column: 2 });
  expect(places([])).toEqual({ line: 1, column: 1 });
});
