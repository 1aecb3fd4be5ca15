import { expect, test } from 'vitest';
import { fileType } from '#domain/bundle/file-type.ts';

test.each([
  ['application/octet-stream', 'example.JPG', 'image/jpeg'],
  ['text/markdown', 'simple.png', 'image/png'],
  ['', 'figures.csv', 'text/csv'],
  ['text/turtle', 'a.ttl', 'text/turtle'],
  ['', 'notes', 'application/octet-stream'],
  ['', '', 'application/octet-stream'],
])('said to be %j, called %j: %s', (said, name, expected) => {
  expect(fileType(said, name)).toBe(expected);
});
