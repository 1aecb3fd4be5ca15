import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { labelWideTables } from '#markdown/wide-tables.ts';

const NOWHERE = {
  resolveLink: () => ({ kind: 'dead' as const, reason: 'inside' as const }),
  resolveImage: () => ({ kind: 'dead' as const, reason: 'missing' as const }),
};

function tableOf(text: string): { wide: boolean; labels: readonly unknown[] } {
  const page = parsePage(`\n${text}`, NOWHERE);
  if (page.unshown !== undefined) throw new Error('not shown');
  const cells: Element[] = [];
  let wide = false;
  const walk = (node: Element): void => {
    if (node.tagName === 'table') wide = String(node.properties.className) === 'wide';
    if (node.tagName === 'td' || node.tagName === 'th') cells.push(node);
    for (const child of node.children) if (child.type === 'element') walk(child);
  };
  for (const child of labelWideTables(page.tree).children) if (child.type === 'element') walk(child);
  return { wide, labels: cells.map(({ properties }) => properties['data-label']) };
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const columns = (count: number, word: string): string =>
  [row(Array(count).fill(word)), row(Array(count).fill('-')), row(Array(count).fill(word))].join('\n');

test('B25 a table that fits stays one, also with long sentences and one long address', () => {
  expect(tableOf(columns(8, 'Figures')).wide).toBe(false);
  expect(tableOf(columns(3, 'a sentence that is long and goes on for several lines in its cell')).wide).toBe(false);
  expect(tableOf(columns(3, 'https://www.gov.uk/a/very/long/address/that/has/no/space/at/all')).wide).toBe(false);
});

test('B25 a table of more words side by side than a line has letters says in each cell what heads it', () => {
  const { wide, labels } = tableOf(
    '| A | B |\n| - | - |\n'
      .replace(/A \| B/, Array.from({ length: 30 }, (_, at) => `Head${at}`).join(' | '))
      .replace('- | -', Array(30).fill('-').join(' | ')) + row(Array(30).fill('value')),
  );
  expect(wide).toBe(true);
  expect(labels).toEqual([...Array(30).fill(undefined), ...Array.from({ length: 30 }, (_, at) => `Head${at}`)]);
});

test('B25 cells that reach over columns and rows keep the others under their heads', () => {
  const head = Array.from({ length: 20 }, (_, at) => `<th>Heading${at}</th>`).join('');
  const rest = (from: number): string =>
    Array.from({ length: 20 - from }, (_, at) => `<td>v${at + from}</td>`).join('');
  const html = `<table><thead><tr>${head}</tr></thead><tbody><tr><td rowspan="2">tall</td><td colspan="2">broad</td>${rest(3)}</tr><tr>${rest(1)}</tr></tbody></table>`;
  const { wide, labels } = tableOf(html);
  expect(wide).toBe(true);
  expect(labels.slice(20, 23)).toEqual(['Heading0', 'Heading1', 'Heading3']);
  expect(labels.at(20 + 19)).toBe('Heading1');
  expect(labels.at(-1)).toBe('Heading19');
});
