import { expect, test } from 'vitest';
import type { CommandId } from '#bridge/commands.ts';
import { MENUS } from '#bridge/menus.ts';
import { settingsSchema } from '#domain/settings.ts';
import { sayIn } from '#domain/words/words.ts';
import { menuOf } from '#main/window/menu.ts';

const settings = settingsSchema.parse({});
const chosen: CommandId[] = [];
const build = (change: Partial<typeof settings> = {}) =>
  menuOf(sayIn('en-GB'), { ...settings, ...change }, (id) => void chosen.push(id));
const items = (menu: ReturnType<typeof build>) =>
  menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).filter(({ type }) => type !== 'separator');

test('every command of the menus is in them once, with words', () => {
  const all = items(build());
  expect(all.map(({ id }) => id)).toEqual(MENUS.flatMap(({ groups }) => groups.flat()));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { label } of all) expect(label?.replace('&', '')).toMatch(/^[A-Z]/);
});

test('B31 menus come in groups, in the usual order, each item with a letter of its own', () => {
  const menus = build();
  expect(menus.map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Go', '&Help']);
  for (const { submenu } of menus) {
    const rows = Array.isArray(submenu) ? submenu : [];
    expect(rows[0]?.type).not.toBe('separator');
    expect(rows.at(-1)?.type).not.toBe('separator');
    expect(rows.some(({ type }, at) => type === 'separator' && rows[at + 1]?.type === 'separator')).toBe(false);
    const letters = rows.flatMap(({ label = '', type }) =>
      type === 'separator' ? [] : [/&(\p{L})/u.exec(label)?.[1]],
    );
    expect(letters).not.toContain(undefined);
    expect(new Set(letters.map((letter) => letter?.toLowerCase())).size).toBe(letters.length);
  }
  const file = items(build().slice(0, 1)).map(({ id }) => id);
  expect(file).toEqual(expect.arrayContaining(['share', 'backups']));
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
