import { expect, test, vi } from 'vitest';
import { addCommandHandler, canRun, runCommand } from '#kit/command-handlers.ts';

test('the newest handler does a command; when it goes the one before is back', () => {
  const shell = vi.fn();
  const screen = vi.fn();
  const removeShell = addCommandHandler('find', shell);
  const removeScreen = addCommandHandler('find', screen);
  expect(runCommand('find')).toBe(true);
  expect([shell.mock.calls.length, screen.mock.calls.length]).toEqual([0, 1]);
  removeScreen();
  expect(runCommand('find')).toBe(true);
  expect([shell.mock.calls.length, screen.mock.calls.length]).toEqual([1, 1]);
  removeShell();
});

test('a command that nobody does is not offered', () => {
  expect(canRun('cite')).toBe(false);
  expect(runCommand('cite')).toBe(false);
  const remove = addCommandHandler('cite', () => {});
  expect(canRun('cite')).toBe(true);
  remove();
  expect(canRun('cite')).toBe(false);
});
