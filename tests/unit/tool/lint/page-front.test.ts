import { expect, test } from 'vitest';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import { readPageFront } from '#tool/lint/page-front.ts';

const faultsOf = (lines: string): readonly string[] => {
  const text = `---\nid: b\ntitle: B\n${lines}---\n\nWords.\n`;
  return readPageFront(takeFrontMatter(text).frontMatter, text, 'pages/b.md').faults.map(({ message }) => message);
};

test.each([
  ['stage: [shape, Buy]\n', 'Unexpected "Buy" as entry 2 of "stage", expected a list of explore'],
  ['stage: Buy\n', 'Unexpected "Buy" for "stage"'],
  ['tags: [a, [b]]\n', 'Unexpected a list as entry 2 of "tags"'],
  ['sources: [{ title: One }, { title: Two, date: last year }]\n', 'Unexpected "last year" for "date" of entry 2'],
  ['sources: [{ title: One, web: x }]\n', 'Unexpected key "web" in entry 1 of "sources"'],
  ['sources: [{ url: "https://a.example" }]\n', 'Unexpected nothing for "title" of entry 1 of "sources"'],
  ['sources: [words]\n', 'Unexpected "words" as entry 1 of "sources"'],
])('B27 %s names what does not fit, as near as it can', (lines, words) => {
  expect(faultsOf(lines)).toEqual([expect.stringContaining(words)]);
});
