import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { holdClosing } from '#main/leaving.ts';

class FakeWindow extends EventEmitter {
  destroyed = false;
  destroy = (): void => {
    this.destroyed = true;
  };
  isDestroyed = (): boolean => this.destroyed;
  /** Whether closing was held back. */
  tryToClose(): boolean {
    const event = { preventDefault: vi.fn() };
    this.emit('close', event);
    return event.preventDefault.mock.calls.length > 0;
  }
}

function held() {
  const window = new FakeWindow();
  const ask = vi.fn();
  const late: (() => void)[] = [];
  const fake = window as unknown as Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>;
  return { window, ask, late, leaving: holdClosing(fake, { ask, later: (run) => late.push(run) }) };
}

test('a window that knows how to answer closes when it has', () => {
  const { window, ask, leaving } = held();
  leaving.listens();
  expect(window.tryToClose()).toBe(true);
  expect(window.tryToClose()).toBe(true);
  expect(ask).toHaveBeenCalledTimes(1);
  leaving.ready();
  expect(window.destroyed).toBe(true);
});

test('a window that hangs closes all the same', () => {
  const { window, late, leaving } = held();
  leaving.listens();
  window.tryToClose();
  expect(window.destroyed).toBe(false);
  for (const run of late) run();
  expect(window.destroyed).toBe(true);
});

test('a window that never came up is not asked, and an answer without a question closes nothing', () => {
  const { window, ask, leaving } = held();
  expect(window.tryToClose()).toBe(false);
  leaving.ready();
  expect(window.destroyed).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});
