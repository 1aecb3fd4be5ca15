import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { showText } from '#instruments/writing/shown-text.ts';
import { areFigures } from '#instruments/writing/tables/figure-columns.ts';

function aligns(markdown: string): readonly unknown[] {
  const shown = showText(markdown);
  const walk = (node: Root | Element): readonly unknown[] =>
    node.children.flatMap((child) => {
      if (child.type !== 'element') return [];
      return /^t[hd]$/.test(child.tagName) ? [child.properties.align ?? null] : walk(child);
    });
  return 'unshown' in shown ? [] : walk(shown.tree);
}

test('B34 columns of figures stand under one another; what the author set stays', () => {
  expect(aligns('| a | b | c | d |\n| - | - | :-: | - |\n| £1,200 | x | 1 | |\n| −3 % | 2 | 2 | |')).toEqual([
    'right',
    null,
    'center',
    null,
    'right',
    null,
    'center',
    null,
    'right',
    null,
    'center',
    null,
  ]);
});

test('B34 figures are numbers with their units, not days or names', () => {
  expect(areFigures(['£1.2m', '85', '', '12%', '3 days'])).toBe(true);
  expect(areFigures(['3 December 2026'])).toBe(false);
  expect(areFigures(['', ''])).toBe(false);
  expect(areFigures(['1', 'two'])).toBe(false);
});
