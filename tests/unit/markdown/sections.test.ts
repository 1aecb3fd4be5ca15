import { expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { context } from '#support/markdown.ts';

const sections = (source: string) => parsePage(source, context).sections;

test('a page without headings is its lead', () => {
  expect(sections('One.\n\nTwo.')).toEqual([{ id: '', heading: '', level: 1, text: 'One.\nTwo.' }]);
  expect(sections('')).toEqual([{ id: '', heading: '', level: 1, text: '' }]);
});

test('headings of every depth part the page, in order', () => {
  expect(sections('Lead\n\n# A\n\na\n\n### B\n\nb\nb\n\nSetext\n---\nc')).toEqual([
    { id: '', heading: '', level: 1, text: 'Lead' },
    { id: 'a', heading: 'A', level: 1, text: 'a' },
    { id: 'b', heading: 'B', level: 3, text: 'b b' },
    { id: 'setext', heading: 'Setext', level: 2, text: 'c' },
  ]);
});

test('a heading inside something else stays text of its section, with an anchor', () => {
  const page = parsePage('> ## Quoted\n>\n> x\n\n:::tip[T]\n### In a box\n:::\n', context);
  expect(page.sections).toHaveLength(1);
  expect(page.headings.map(({ id }) => id)).toEqual(['quoted', 'in-a-box']);
});

test('text is what a person reads', () => {
  const source =
    '## H\n\nA *b*\nc ![picture](p.png)\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n```\n x  y\n  z\n```\n\n<!-- no -->a<br>b';
  expect(sections(source)[1]?.text).toBe('A b c picture\none\ntwo\na · b\nc · d\nx y\nz\na\nb');
});
