// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { catchTyping } from '#rooms/app/typed-ahead.ts';

/** As a browser writes at the cursor; jsdom cannot. */
document.execCommand = (_command, _shown, words = '') => {
  const field = document.activeElement as HTMLInputElement | HTMLTextAreaElement;
  field.setRangeText(words, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  return true;
};

beforeEach(() => document.body.replaceChildren());

test('B30 what is typed before a screen stands goes into its field, and the focus with it', () => {
  const typed = catchTyping(document, 'New note');
  const caught = document.activeElement as HTMLTextAreaElement;
  expect(caught.getAttribute('aria-label')).toBe('New note');
  document.execCommand('insertText', false, 'Ask');
  const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
  caught.dispatchEvent(tab);
  expect(tab.defaultPrevented).toBe(true);
  document.execCommand('insertText', false, 'Bea');

  const title = document.createElement('textarea');
  document.body.append(title);
  typed.into(title);
  expect(title.value).toBe('Ask Bea');
  expect(document.activeElement).toBe(title);
  expect(document.querySelectorAll('textarea')).toHaveLength(1);
});

test('B30 a new note that is asked for twice before it stands has the words of both', () => {
  const typed = catchTyping(document, 'New note');
  document.execCommand('insertText', false, 'First');
  typed.goOn();
  document.execCommand('insertText', false, 'second');
  const title = document.createElement('textarea');
  document.body.append(title);
  typed.into(title);
  expect(title.value).toBe('First second');
});

test('B30 what was typed for a screen that never came is written nowhere', () => {
  const typed = catchTyping(document, 'New note');
  document.execCommand('insertText', false, 'Ask');
  const heading = document.createElement('h1');
  heading.tabIndex = -1;
  document.body.append(heading);
  typed.into(heading);
  expect(heading.textContent).toBe('');
  expect(document.activeElement).toBe(heading);

  catchTyping(document, 'New note').end();
  expect(document.querySelectorAll('textarea')).toHaveLength(0);
});
