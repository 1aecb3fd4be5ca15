import type { Element, Nodes } from 'hast';
import { plainText } from '#markdown/plain-text.ts';
import { nodesOf, type Place, placeOf, placer, proseOf } from '../prose.ts';
import type { LintedPage, PageRule } from '../rule.ts';

export const tableHeader: PageRule = {
  id: 'table-header',
  level: 'error',
  why: 'Without header cells nobody can hear what a number in the middle of a table is.',
  *checkPage(page) {
    const places = placesOf(page);
    for (const [index, table] of tablesIn(page.parsed.tree).entries()) {
      if (headerCells(table).some((cell) => plainText(cell) !== '')) continue;
      const message = 'Unexpected table without a header, expected a row or a column that says what the cells are';
      const fix = 'Name the columns in the first row (in HTML, with <th>).';
      yield { ...(places[index] ?? { line: 1, column: 1 }), message, fix };
    }
  },
};

function tablesIn(node: Nodes | undefined): Element[] {
  if (!node || !('children' in node)) return [];
  const own = node.type === 'element' && node.tagName === 'table' ? [node] : [];
  return [...own, ...node.children.flatMap(tablesIn)];
}

/** Header cells of a table, without those of tables in its cells. */
function headerCells(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return child.tagName === 'th' ? [child] : headerCells(child);
  });
}

/** Where the tables of a page stand in its source: the safe tree does not say. */
function placesOf(page: LintedPage): Place[] {
  const prose = proseOf(page);
  const placeAt = placer(prose);
  const html = [...prose.matchAll(/<table\b/gi)].map((found) => placeAt(found.index));
  const all = [...html, ...nodesOf(page, 'table').map(placeOf)];
  return all.sort((a, b) => a.line - b.line || a.column - b.column);
}
