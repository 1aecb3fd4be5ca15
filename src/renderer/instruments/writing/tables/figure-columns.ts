import type { Element, Root } from 'hast';

const FIGURE = /^[-−–+]?\s?[£$€]?\s?\d[\d,.\s]*(?:%|(?:m|k|bn|p|days?|hours?|weeks?|months?|years?)\.?)?$/i;

/** Whether the words of a column are figures: then they stand under one another. An empty cell is neither. */
export function areFigures(cells: readonly string[]): boolean {
  const full = cells.filter((cell) => cell.trim() !== '');
  return full.length > 0 && full.every((cell) => FIGURE.test(cell.trim()));
}

/** Sets columns of figures of a tree to the right, where their author set no side. */
export function alignFigures(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'table') alignTable(child);
    else alignFigures(child);
  }
}

function alignTable(table: Element): void {
  const rows = elementsIn(table).flatMap((part) => (part.tagName === 'tr' ? [part] : elementsIn(part)));
  const [head, ...body] = rows.map(elementsIn);
  for (const [column, cell] of (head ?? []).entries()) {
    const cells = body.flatMap((row) => row[column] ?? []);
    if (cell.properties.align !== undefined || !areFigures(cells.map(wordsOf))) continue;
    for (const one of [cell, ...cells]) one.properties.align = 'right';
  }
}

const elementsIn = (parent: Element): readonly Element[] =>
  parent.children.filter((child): child is Element => child.type === 'element');

const wordsOf = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('');
