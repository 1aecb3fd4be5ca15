import { expect, test } from 'vitest';
import { sayIn } from '#domain/words/words.ts';
import { contextMenuOf } from '#main/window/context-menu.ts';

const done: string[] = [];
const deeds = {
  correct: (word: string) => void done.push(`correct ${word}`),
  learn: (word: string) => void done.push(`learn ${word}`),
  lookUp: (words: string) => void done.push(`look up ${words}`),
  copy: (text: string) => void done.push(`copy ${text}`),
};
const FLAGS = {
  canUndo: true,
  canRedo: true,
  canCut: false,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};
const NOTHING = {
  isEditable: false,
  selectionText: '',
  linkURL: '',
  misspelledWord: '',
  dictionarySuggestions: [] as string[],
  editFlags: FLAGS,
};
const menu = (place: Partial<typeof NOTHING>) => contextMenuOf({ ...NOTHING, ...place }, sayIn('en-GB'), deeds);
const labels = (place: Partial<typeof NOTHING>) =>
  menu(place).map(({ label, type }) => label?.replace('&', '') ?? type);
const press = (place: Partial<typeof NOTHING>, label: string) => {
  const item = menu(place).find((one) => one.label?.replace('&', '') === label);
  item?.click?.({} as never, undefined, {} as never);
  return done.at(-1);
};

test('B31 nothing is offered where nothing can be done', () => expect(menu({})).toEqual([]));

test('B31 a field has cut, copy, paste and all; what cannot be done now is grey', () => {
  expect(labels({ isEditable: true })).toEqual(['Cut', 'Copy', 'Paste', 'Select all']);
  expect(menu({ isEditable: true }).map(({ enabled }) => enabled)).toEqual([false, true, true, true]);
});

test('B31 selected words are copied and looked up, long ones are shown in part', () => {
  expect(labels({ selectionText: ' sole\n  trader ' })).toEqual(['Copy', 'separator', 'Look up “sole trader”']);
  expect(press({ selectionText: ' sole\n  trader ' }, 'Look up “sole trader”')).toBe('look up sole trader');
  expect(labels({ selectionText: 'word '.repeat(100) })[2]).toHaveLength('Look up “”'.length + 30);
});

test('B31 the address of a link is copied, one that runs never', () => {
  const copy = 'Copy the address of the link';
  expect(press({ linkURL: 'app://satchel/read/a/b#c' }, copy)).toBe('copy app://satchel/read/a/b#c');
  expect(press({ linkURL: 'mailto:team@example.org' }, copy)).toBe('copy team@example.org');
  expect(menu({ linkURL: 'javascript:alert(1)' })).toEqual([]);
});

test('B31 a word that is not in the dictionary has other spellings, and can be taken as right', () => {
  const place = { isEditable: true, misspelledWord: 'suplier', dictionarySuggestions: ['supplier', 'supplies'] };
  expect(labels(place).slice(0, 4)).toEqual(['supplier', 'supplies', 'Take “suplier” as right', 'separator']);
  expect(press(place, 'supplier')).toBe('correct supplier');
  expect(press(place, 'Take “suplier” as right')).toBe('learn suplier');
});
