import { expect, test } from 'vitest';
import { COMMANDS } from '#bridge/commands.ts';
import { keyGroups } from '#rooms/app/key-groups.ts';

const first = { shortcuts: {}, singleKeys: true };

test('every command with keys is listed once', () => {
  const listed = keyGroups(first).flatMap(({ rows }) => rows.map(({ id }) => id));
  const wanted = COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id }) => id);
  expect([...listed].sort()).toEqual([...wanted].sort());
});

test('the list shows changed keys, and no single keys when they are off', () => {
  const rows = keyGroups({ shortcuts: { packs: 'Ctrl+9' }, singleKeys: false }).flatMap((group) => group.rows);
  expect(rows.find(({ id }) => id === 'packs')?.keys).toEqual(['Ctrl+9']);
  expect(rows.find(({ id }) => id === 'search')?.keys).toEqual(['Ctrl+K']);
  expect(rows.some(({ id }) => id === 'keyboard')).toBe(false);
});
