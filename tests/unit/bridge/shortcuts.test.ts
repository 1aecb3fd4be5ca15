import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#bridge/commands.ts';
import { commandOf, type KeyPress, keysOf, keysOfPress, refusalOf } from '#bridge/shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});
const first = { shortcuts: {}, singleKeys: true };

describe('a key press', () => {
  test.each([
    [press('k', { ctrlKey: true }), 'Ctrl+K'],
    [press('P', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+P'],
    [press('ArrowLeft', { altKey: true }), 'Alt+Left'],
    [press('?', { shiftKey: true }), '?'],
    [press('/'), '/'],
    [press(',', { ctrlKey: true }), 'Ctrl+,'],
    [press('+', { ctrlKey: true, shiftKey: true }), 'Ctrl+Plus'],
    [press('F6', { shiftKey: true }), 'Shift+F6'],
    [press('b', { ctrlKey: true, altKey: true }), 'Ctrl+Alt+B'],
    [press('Shift', { shiftKey: true }), null],
    [press('Dead'), null],
  ])('%o is %s', (event, keys) => {
    expect(keysOfPress(event)).toBe(keys);
  });

  test('on a Mac the Command key is Ctrl', () => {
    expect(keysOfPress(press('k', { metaKey: true }), true)).toBe('Ctrl+K');
    expect(keysOfPress(press('k', { ctrlKey: true }), true)).toBe('K');
  });
});

describe('keys of a command', () => {
  test.each([false, true])('no two commands have the same keys at first in the same place (writing: %s)', (writing) => {
    const all = COMMANDS.filter((command) => (command.writing ?? false) === writing);
    const keys = all.flatMap(({ id }) => keysOf(id, first));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('Ctrl+B is Bold in a text and Places elsewhere', () => {
    expect(commandOf('Ctrl+B', first)).toBe('places');
    expect(commandOf('Ctrl+B', first, true)).toBe('bold');
    expect(commandOf('Ctrl+K', first, true)).toBeNull();
    expect(commandOf('Ctrl+Shift+L', first)).toBeNull();
  });

  test('a change takes the place of the first keys, and the old ones are free', () => {
    const settings = { ...first, shortcuts: { search: 'Ctrl+Shift+U' } };
    expect(keysOf('search', settings)).toEqual(['Ctrl+Shift+U', '/']);
    expect(commandOf('Ctrl+K', settings)).toBeNull();
    expect(commandOf('Ctrl+Shift+U', settings)).toBe('search');
  });

  test('a fixed command keeps its keys whatever the settings say', () => {
    expect(keysOf('copy', { ...first, shortcuts: { copy: 'Ctrl+K' } })).toEqual(['Ctrl+C']);
  });

  test('single keys can be switched off', () => {
    expect(commandOf('/', first)).toBe('search');
    expect(commandOf('/', { ...first, singleKeys: false })).toBeNull();
    expect(keysOf('nextRegion', { ...first, singleKeys: false })).toEqual(['F6']);
  });
});

describe('a wanted shortcut', () => {
  test('a clash names the other command', () => {
    expect(refusalOf('Ctrl+1', 'search', first)).toEqual({ why: 'clash', other: 'library' });
  });

  test('keys that a text has from the start can be taken back, no others of the window', () => {
    expect(refusalOf('Ctrl+B', 'bold', { ...first, shortcuts: { bold: 'Ctrl+Shift+Y' } })).toBeNull();
    expect(refusalOf('Ctrl+1', 'bold', first)).toEqual({ why: 'clash', other: 'library' });
    expect(refusalOf('Ctrl+I', 'search', first)).toEqual({ why: 'clash', other: 'italic' });
  });

  test('keys of a single-key command stay its own while they are switched off', () => {
    expect(refusalOf('?', 'search', { ...first, singleKeys: false })).toEqual({ why: 'clash', other: 'keyboard' });
  });

  test('the command’s own keys and free keys are taken', () => {
    expect(refusalOf('Ctrl+K', 'search', first)).toBeNull();
    expect(refusalOf('Ctrl+Shift+U', 'search', first)).toBeNull();
  });

  test.each(['Ctrl+Alt+E', 'Ctrl+Alt+4', 'Tab', 'Enter', 'Escape', 'Insert', 'Ctrl+Insert'])(
    '%s is never taken',
    (keys) => {
      expect(refusalOf(keys, 'search', first)?.why).toBe('reserved');
    },
  );

  test('a letter alone is refused: in results it goes to the search box', () => {
    expect(refusalOf('E', 'search', first)?.why).toBe('letter');
    expect(refusalOf('Shift+E', 'search', first)?.why).toBe('letter');
  });
});
