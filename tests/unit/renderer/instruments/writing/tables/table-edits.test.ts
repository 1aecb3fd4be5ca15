import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asCell, cellAt, editTable, rowsOf, setCell, type TableEdit } from '#instruments/writing/tables/table-edits.ts';
import { tableAt } from '#instruments/writing/tables/table-syntax.ts';

const edited = (doc: string, at: number, edit: TableEdit): string => {
  const state = EditorState.create({ doc, selection: { anchor: at } });
  const change = editTable(state, edit);
  if (!change) return doc;
  const next = state.update(change).state;
  const { head } = next.selection.main;
  return `${next.sliceDoc(0, head)}‸${next.sliceDoc(head)}`;
};

test('B34 rows and columns come and go where the cursor is, also in a list', () => {
  const table = '| a   |   b |\n| --- | --: |\n| 1   |   2 |';
  const at = table.indexOf('1');
  expect(edited(table, at, 'addRow')).toBe(`${table}\n| ‸    |     |`);
  expect(edited(table, 2, 'addRow')).toBe('| a   |   b |\n| --- | --: |\n| ‸    |     |\n| 1   |   2 |');
  expect(edited(table, at, 'addColumn')).toBe('| a   |     |   b |\n| --- | --- | --: |\n| 1   | ‸    |   2 |');
  expect(edited(table, at, 'removeRow')).toBe('| ‸a   |   b |\n| --- | --: |');
  expect(edited(table, at, 'removeColumn')).toBe('|   b |\n| --: |\n|   ‸2 |');
  expect(edited(table, 2, 'removeRow')).toBe(table);
  const inList = '1. x\n\n   | a   |\n   | --- |\n   | 1   |\n\n2. y';
  expect(edited(inList, inList.indexOf('1   |'), 'addRow')).toBe(
    '1. x\n\n   | a   |\n   | --- |\n   | 1   |\n   | ‸    |\n\n2. y',
  );
  expect(editTable(EditorState.create({ doc: 'words' }), 'addRow')).toBeNull();
});

test('B34 whatever is written in a cell is what the cell says, and no other cell changes', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '|', '\\', '*', '\n', '`'), maxLength: 8 });
  const place = fc.record({ row: fc.nat(2), column: fc.nat(1) });
  fc.assert(
    fc.property(letters, place, fc.boolean(), (raw, { row, column }, isTight) => {
      const doc = isTight ? '|a|b|\n|-|-|\n|c|d|\n|e|' : '| a | b |\n| - | - |\n| c | d |\n| e |';
      const state = EditorState.create({ doc });
      const table = tableAt(state, 0);
      if (!table) throw new Error('no table');
      const text = asCell(raw).trim();
      const change = setCell(state, table, { row, column }, text, text.length);
      const next = change ? state.update(change).state : state;
      const after = tableAt(next, 0);
      const cells = after ? rowsOf(after).map((one) => one.cells.map((cell) => cell.text)) : [];
      const wanted = [['a', 'b'], ['c', 'd'], row === 2 && column === 1 ? ['e', ''] : ['e']].map((one, at) =>
        at === row ? one.map((cell, number) => (number === column ? text : cell)) : one,
      );
      expect(cells.map((one) => one.join('¦').replace(/¦$/, ''))).toEqual(
        wanted.map((one) => one.join('¦').replace(/¦$/, '')),
      );
      if (change && after && text !== '') expect(cellAt(after, next.selection.main.head)).toEqual({ row, column });
    }),
    { numRuns: 400 },
  );
});
