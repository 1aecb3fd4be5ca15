// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { focusFirstResult, openFirstResult, resultKey } from '#rooms/app/result-keys.ts';

let box: HTMLInputElement;
let opened: string[];

/** The search screen with these results for `query`. */
function draw(query: string, ...names: readonly string[]): void {
  const main = document.createElement('main');
  main.id = 'main';
  const list = document.createElement('ol');
  list.id = 'results';
  list.dataset.query = query;
  for (const name of names) {
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.dataset.result = '';
    link.textContent = name;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      opened.push(name);
    });
    list.append(link);
  }
  main.append(list);
  document.querySelector('main')?.remove();
  document.body.append(main);
}

const press = (key: string, held: KeyboardEventInit = {}) =>
  resultKey(document, new KeyboardEvent('keydown', { key, ...held }), box);
const focused = () => document.activeElement?.textContent || document.activeElement?.id;
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  document.body.replaceChildren();
  box = document.createElement('input');
  box.id = 'search-box';
  document.body.append(box);
  opened = [];
});

describe('keys in the results', () => {
  beforeEach(() => {
    draw('who', 'one', 'two', 'three');
    focusFirstResult(document);
  });

  test('down and up move, up from the first goes to the box, the last stays', () => {
    expect(focused()).toBe('one');
    press('ArrowDown');
    expect(focused()).toBe('two');
    press('End');
    press('ArrowDown');
    expect(focused()).toBe('three');
    press('Home');
    press('ArrowUp');
    expect(focused()).toBe('search-box');
  });

  test('a letter and Escape go to the box; a space and a shortcut do not', () => {
    expect(press(' ')).toBe(false);
    expect(press('b', { ctrlKey: true })).toBe(false);
    expect(focused()).toBe('one');
    expect(press('s')).toBe(false);
    expect(focused()).toBe('search-box');
    focusFirstResult(document);
    expect(press('Escape')).toBe(true);
    expect(focused()).toBe('search-box');
  });

  test('elsewhere the keys are left alone', () => {
    box.focus();
    expect(press('ArrowDown')).toBe(false);
  });
});

describe('Enter in the box', () => {
  test('opens the first result', () => {
    draw('who', 'one', 'two');
    openFirstResult(document, 'who');
    expect(opened).toEqual(['one']);
  });

  test('waits for the results of the words just typed', async () => {
    draw('wh', 'old');
    openFirstResult(document, 'who');
    expect(opened).toEqual([]);
    draw('who', 'new');
    await tick();
    expect(opened).toEqual(['new']);
  });

  test('does nothing any more once a person types on', async () => {
    draw('wh', 'old');
    openFirstResult(document, 'who');
    await tick();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    draw('who', 'new');
    await tick();
    expect(opened).toEqual([]);
  });
});
