import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Unsaved } from '#bridge/calls.ts';
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

const NOTE: Unsaved = { title: 'Supplier day', reason: 'The disk is full.', kept: false };

function held() {
  const window = new FakeWindow();
  const ask = vi.fn();
  const late: (() => void)[] = [];
  const questions: { readonly unsaved: readonly Unsaved[]; readonly answer: (close: boolean) => void }[] = [];
  const confirm = (unsaved: readonly Unsaved[]): Promise<boolean> =>
    new Promise((answer) => questions.push({ unsaved, answer }));
  const fake = window as unknown as Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>;
  const leaving = holdClosing(fake, { ask, confirm, later: (run) => late.push(run) });
  return { window, ask, late, questions, leaving };
}

/** Lets answers that were given be heard. */
const heard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a window that knows how to answer closes when it has', () => {
  const { window, ask, leaving } = held();
  leaving.listens();
  expect(window.tryToClose()).toBe(true);
  expect(window.tryToClose()).toBe(true);
  expect(ask).toHaveBeenCalledTimes(1);
  leaving.ready([]);
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
  leaving.ready([]);
  expect(window.destroyed).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});

test('a person is asked before a window closes that could not save, once, and it stays if they say so', async () => {
  const { window, ask, late, questions, leaving } = held();
  leaving.listens();
  window.tryToClose();
  leaving.ready([NOTE]);
  expect(window.tryToClose()).toBe(true);
  leaving.ready([NOTE]);
  expect(questions.map(({ unsaved }) => unsaved)).toEqual([[NOTE]]);
  // The window answered in time: its patience is over for this question.
  for (const run of late) run();
  expect(window.destroyed).toBe(false);
  questions[0]?.answer(false);
  await heard();
  expect(window.destroyed).toBe(false);

  window.tryToClose();
  expect(ask).toHaveBeenCalledTimes(2);
  late[0]?.();
  expect(window.destroyed).toBe(false);
  leaving.ready([NOTE]);
  questions[1]?.answer(true);
  await heard();
  expect(window.destroyed).toBe(true);
});

test('when the session ends nobody is asked, and a question that stands keeps nothing open', async () => {
  const first = held();
  first.leaving.listens();
  first.leaving.ends();
  expect(first.window.destroyed).toBe(false);
  first.window.tryToClose();
  first.leaving.ready([NOTE]);
  expect([first.window.destroyed, first.questions.length]).toEqual([true, 0]);

  const second = held();
  second.leaving.listens();
  second.window.tryToClose();
  second.leaving.ready([NOTE]);
  second.leaving.ends();
  expect(second.window.destroyed).toBe(true);
  second.questions[0]?.answer(false);
  await heard();
});
