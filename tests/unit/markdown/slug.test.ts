import { expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { Anchors, anchorOf, elementId, slugOf } from '#markdown/slug.ts';
import { context } from '#support/markdown.ts';

const ids = (source: string) => parsePage(source, context).headings.map(({ id }) => id);

test('an anchor is made as GitHub makes it', () => {
  expect(slugOf('Scope & Purpose: who, when?')).toBe('scope--purpose-who-when');
  expect(slugOf('Tŷ a dŵr')).toBe('tŷ-a-dŵr');
  expect(slugOf('ty\u0302')).toBe(slugOf('tŷ'));
  expect(slugOf('!!! 🙂')).toBe('section');
  expect([...slugOf('a'.repeat(900))]).toHaveLength(200);
});

test('each anchor is given once', () => {
  const anchors = new Anchors();
  expect(['a', 'a', 'a-1', 'a', '__proto__', 'constructor'].map((name) => anchors.take(name))).toEqual([
    'a',
    'a-1',
    'a-1-1',
    'a-2',
    '__proto__',
    'constructor',
  ]);
});

test('an id that the author wrote is used and leaves the text', () => {
  const page = parsePage(
    '## One {#first-one}\n\n## Two{#second}\n\n## {#third} not at the end\n\n## `{#code}`\n',
    context,
  );
  expect(page.headings.map(({ id, text }) => [id, text])).toEqual([
    ['first-one', 'One'],
    ['second', 'Two'],
    ['third-not-at-the-end', '{#third} not at the end'],
    ['code', '{#code}'],
  ]);
});

test('an id that the author wrote wins over one made from words', () => {
  expect(ids('## Scope\n\n## Other {#scope}\n\n<h2 id="scope">Third</h2>')).toEqual(['scope-2', 'scope', 'scope-1']);
});

test('what cannot stand in an address is not in an anchor', () => {
  expect(anchorOf(' a b"<>\u202e# ')).toBe('ab');
  expect(elementId('location')).toBe('s-location');
});
