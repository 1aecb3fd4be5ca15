import type { Element, ElementContent, Root } from 'hast';

/**
 * Puts each table into a box that scrolls by itself, and says of each header cell what it heads. A head without words,
 * which Markdown asks for where a table has none, is left out.
 */
export function placeTables(parent: Root | Element, inHead = false): void {
  const head = parent.children.findIndex((child) => child.type === 'element' && isEmptyHead(child));
  if (head >= 0) parent.children.splice(head, 1);
  parent.children.forEach((child, at) => {
    if (child.type !== 'element') return;
    placeTables(child, child.tagName === 'thead' || (inHead && child.tagName !== 'table'));
    if (child.tagName === 'th' && child.properties.scope === undefined) {
      child.properties.scope = inHead || isHeaderRow(parent) ? 'col' : 'row';
    }
    if (child.tagName === 'table') (parent.children as ElementContent[])[at] = scroller(child);
  });
}

const isEmptyHead = (element: Element): boolean => element.tagName === 'thead' && !hasContent(element);

const hasContent = (element: Element): boolean =>
  element.tagName === 'img' ||
  element.children.some(
    (child) => (child.type === 'text' && child.value.trim() !== '') || (child.type === 'element' && hasContent(child)),
  );

const isHeaderRow = (row: Root | Element): boolean =>
  row.children.every((cell) => cell.type !== 'element' || cell.tagName === 'th');

const scroller = (table: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['table-scroll'] },
  children: [table],
  ...(table.position ? { position: table.position } : {}),
});
