import type { Element, ElementContent, Root } from 'hast';

/** Puts each table into a box that scrolls by itself, and says of each header cell what it heads. */
export function placeTables(parent: Root | Element, inHead = false): void {
  parent.children.forEach((child, at) => {
    if (child.type !== 'element') return;
    placeTables(child, child.tagName === 'thead' || (inHead && child.tagName !== 'table'));
    if (child.tagName === 'th' && child.properties.scope === undefined) {
      child.properties.scope = inHead || isHeaderRow(parent) ? 'col' : 'row';
    }
    if (child.tagName === 'table') (parent.children as ElementContent[])[at] = scroller(child);
  });
}

const isHeaderRow = (row: Root | Element): boolean =>
  row.children.every((cell) => cell.type !== 'element' || cell.tagName === 'th');

const scroller = (table: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['table-scroll'] },
  children: [table],
  ...(table.position ? { position: table.position } : {}),
});
