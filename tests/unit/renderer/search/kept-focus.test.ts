// @vitest-environment jsdom
import { act, createElement, useRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useKeptFocus } from '#rooms/search/kept-focus.ts';

function List({ rows }: { readonly rows: readonly string[] }) {
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, rows);
  const links = rows.map((row) => createElement('a', { key: row, href: `#${row}`, 'data-result': '' }, row));
  return createElement('div', { ref: list }, links);
}

let root: Root;
const show = (...rows: readonly string[]): void => act(() => root.render(createElement(List, { rows })));
const link = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[href="#${name}"]`) ?? document.body;
const focused = (): string => document.activeElement?.textContent ?? '';

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<input><main></main>';
  root = createRoot(document.querySelector('main') ?? document.body);
  show('a', 'b', 'c');
});
afterEach(() => act(() => root.unmount()));

test('a row that goes away hands its focus to the one in its place', () => {
  link('b').focus();
  show('a', 'x', 'y');
  expect(focused()).toBe('x');
  show('z');
  expect(focused()).toBe('z');
});

test('a row that stays keeps it, wherever it stands by then', () => {
  link('b').focus();
  show('x', 'a', 'b');
  expect(focused()).toBe('b');
});

test('focus elsewhere, or taken away by a press, is left there', () => {
  link('b').focus();
  document.querySelector('input')?.focus();
  show('x', 'y');
  expect(document.activeElement?.localName).toBe('input');
  link('x').focus();
  document.dispatchEvent(new Event('pointerdown'));
  (document.activeElement as HTMLElement).blur();
  show('p', 'q');
  expect(document.activeElement).toBe(document.body);
});
