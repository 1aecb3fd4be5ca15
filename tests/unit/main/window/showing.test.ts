import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { showWhenReady } from '#main/window/showing.ts';

/** A window that writes down what happens to it. */
function newWindow() {
  const seen: string[] = [];
  const webContents = new EventEmitter();
  let gone = false;
  return {
    seen,
    webContents,
    destroy: () => {
      gone = true;
    },
    isDestroyed: () => gone,
    show: () => void seen.push('shown'),
  };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

test('a window is shown once its code runs, and not before its menu stands', async () => {
  const window = newWindow();
  let stands = (): void => {};
  showWhenReady(window, () => {
    window.seen.push('menu asked for');
    return new Promise((resolve) => {
      stands = resolve;
    });
  });
  await soon();
  expect(window.seen).toEqual([]);
  window.webContents.emit('did-navigate');
  window.webContents.emit('dom-ready');
  await soon();
  expect(window.seen).toEqual(['menu asked for']);
  stands();
  await soon();
  expect(window.seen).toEqual(['menu asked for', 'shown']);
});

test('a page that is loaded again shows nothing a second time', async () => {
  const window = newWindow();
  showWhenReady(window, async () => {});
  for (const event of ['did-navigate', 'dom-ready', 'did-navigate', 'dom-ready']) window.webContents.emit(event);
  await soon();
  expect(window.seen).toEqual(['shown']);
});

test('a window that was closed meanwhile is left alone', async () => {
  const window = newWindow();
  showWhenReady(window, async () => window.destroy());
  window.webContents.emit('did-navigate');
  window.webContents.emit('dom-ready');
  await soon();
  expect(window.seen).toEqual([]);
});
