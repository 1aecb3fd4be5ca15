import { expect, test } from 'vitest';
import { COMMANDS, type CommandId, MENUS } from '#bridge/commands.ts';
import { settingsSchema } from '#domain/settings.ts';
import { sayIn } from '#domain/words/words.ts';
import { menuOf } from '#main/menu.ts';

const settings = settingsSchema.parse({});
const chosen: CommandId[] = [];
const build = (change: Partial<typeof settings> = {}) =>
  menuOf(sayIn('en-GB'), { ...settings, ...change }, (id) => void chosen.push(id));
const items = (menu: ReturnType<typeof build>) =>
  menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

test('every command with a menu is in it once, with words', () => {
  const all = items(build());
  expect(all.map(({ id }) => id).sort()).toEqual(COMMANDS.flatMap(({ id, menu }) => (menu ? [id] : [])).sort());
  expect(build()).toHaveLength(MENUS.length);
  for (const { label } of all) expect(label).toMatch(/^[A-Z]/);
});

test('the system does its own roles; ours are told to the window, which hears their keys itself', () => {
  for (const item of items(build())) {
    if (item.role) expect(item.click).toBeUndefined();
    else {
      expect(item.registerAccelerator).toBe(false);
      item.click?.({} as never, undefined, {} as never);
      expect(chosen.at(-1)).toBe(item.id);
    }
  }
});

test('keys are shown as Electron writes them, changed ones too, single keys never', () => {
  const keys = (id: CommandId, change?: Partial<typeof settings>) =>
    items(build(change)).find((item) => item.id === id)?.accelerator;
  expect(keys('search')).toBe('CmdOrCtrl+K');
  expect(keys('back')).toBe('Alt+Left');
  expect(keys('keyboard')).toBeUndefined();
  expect(keys('search', { shortcuts: { search: 'Ctrl+J' } })).toBe('CmdOrCtrl+J');
});
