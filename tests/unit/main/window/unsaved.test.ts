import { expect, test } from 'vitest';
import type { Unsaved } from '#bridge/window.ts';
import { sayIn } from '#domain/words/words.ts';
import { unsavedQuestion } from '#main/window/unsaved.ts';

const say = sayIn('en-GB');
const note = (title: string, kept: boolean): Unsaved => ({ title, reason: 'The disk is full.', kept });

test('of one note the question says which, why and what closing does', () => {
  const { message, detail, buttons } = unsavedQuestion([note('Supplier day', false)], say);
  expect(message).toBe('“Supplier day” is not saved.');
  expect(detail).toMatch(/^The disk is full\.\n\nWhat you wrote last is not on the disk\./);
  expect(buttons).toEqual(['Keep open', 'Close without saving']);
});

test('words that are on the disk once are not called lost; one note without them is enough to warn', () => {
  const kept = unsavedQuestion([note('Supplier day', true)], say).detail;
  expect(kept).toMatch(/once instead of twice/);
  expect(kept).not.toMatch(/lost/);
  expect(unsavedQuestion([note('One', true), note('Two', false)], say).detail).toMatch(/it is lost/);
});

test('of several notes the first are named, long titles cut, and the rest counted', () => {
  const titles = ['One', 'x'.repeat(300), 'Three', 'Four', 'Five', 'Six', 'Seven'];
  const { message, detail } = unsavedQuestion(
    titles.map((title) => note(title, true)),
    say,
  );
  expect(message).toBe('7 notes are not saved.');
  const lines = detail.split('\n');
  expect(lines[0]).toBe('“One”: The disk is full.');
  expect(lines[1]).toMatch(/^“x{79}…”: /);
  expect(lines[5]).toBe('2 more notes are not saved.');
});
