import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Unsaved } from '#bridge/window.ts';
import { holdClosing } from '#main/window/leaving.ts';

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
  const busy: { readonly signal: AbortSignal; readonly answer: (close: boolean) => void }[] = [];
  const confirmBusy = (signal: AbortSignal): Promise<boolean> =>
    new Promise((answer) => {
      // The system's own box: taken back, it is answered as cancelled.
      signal.addEventListener('abort', () => answer(false));
      busy.push({ signal, answer });
    });
  const goes: boolean[] = [];
  const fake = window as unknown as Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>;
  const leaving = holdClosing(fake, {
    ask,
    confirm,
    confirmBusy,
    goes: (answered) => goes.push(answered),
    later: (run) => late.push(run),
  });
  return { window, ask, late, questions, busy, goes, leaving };
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

test('B12 a window that is busy is asked about before it closes, and stays when the person waits', async () => {
  const { window, late, busy, goes, leaving } = held();
  leaving.listens();
  window.tryToClose();
  for (const run of late) run();
  expect([window.destroyed, busy.length]).toEqual([false, 1]);
  // The frame's button again, while the question stands: no second one.
  window.tryToClose();
  expect(busy).toHaveLength(1);
  busy[0]?.answer(false);
  await heard();
  expect(window.destroyed).toBe(false);
  // And again, later: a window that hangs for good can be closed.
  window.tryToClose();
  busy[1]?.answer(true);
  await heard();
  expect([window.destroyed, goes]).toEqual([true, [false]]);
});

test('B12 a busy window that answers after all closes by itself, or asks for what it could not save', async () => {
  for (const waits of [true, false]) {
    const { window, late, busy, questions, goes, leaving } = held();
    leaving.listens();
    window.tryToClose();
    late[0]?.();
    if (waits) {
      busy[0]?.answer(false);
      await heard();
    }
    leaving.ready([NOTE]);
    expect([busy[0]?.signal.aborted, questions.length, window.destroyed]).toEqual([!waits, 1, false]);
    // An answer to the question that was taken back does nothing.
    busy[0]?.answer(true);
    questions[0]?.answer(false);
    await heard();
    expect(window.destroyed).toBe(false);
    window.tryToClose();
    leaving.ready([]);
    expect([window.destroyed, goes]).toEqual([true, [true]]);
  }
});

test('B12 when the session ends a busy window closes without a question', async () => {
  const first = held();
  first.leaving.listens();
  first.leaving.ends();
  first.window.tryToClose();
  first.late[0]?.();
  expect([first.window.destroyed, first.busy.length]).toEqual([true, 0]);
  const second = held();
  second.leaving.listens();
  second.window.tryToClose();
  second.late[0]?.();
  second.leaving.ends();
  expect([second.window.destroyed, second.busy[0]?.signal.aborted]).toEqual([true, true]);
  await heard();
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

test('B9 what was to be done when the window goes is not done where the person stays, nor the next time', async () => {
  for (const stays of [true, false]) {
    const { window, questions, leaving } = held();
    leaving.listens();
    const work = vi.fn();
    leaving.with(work);
    window.tryToClose();
    leaving.ready([NOTE]);
    questions[0]?.answer(!stays);
    await heard();
    expect(work).toHaveBeenCalledTimes(stays ? 0 : 1);
    if (!stays) continue;
    window.tryToClose();
    leaving.ready([]);
    expect(window.destroyed).toBe(true);
    expect(work).not.toHaveBeenCalled();
  }
});
