import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { newTable, tidyTable } from '#rooms/notes/editor/markdown-table.ts';

const tidied = (doc: string, at = 0): string => {
  const state = EditorState.create({ doc, selection: { anchor: at } });
  const change = tidyTable(state);
  return change ? state.update(change).state.doc.toString() : doc;
};

test('a new table has named columns and empty rows', () => {
  expect(newTable(2, 1, (column) => `Column ${column}`)).toBe(
    ['| Column 1 | Column 2 |', '| -------- | -------- |', '|          |          |'].join('\n'),
  );
});

test('columns come under one another, whatever the letters, and short rows are filled up', () => {
  const table = 'before\n\n|Tŷ|Cost|\n|:-|-:|\n|a \\| b|£5|\n|👩‍👩‍👧\n\nafter';
  expect(tidied(table, 10)).toBe(
    [
      'before',
      '',
      '| Tŷ     | Cost |',
      '| :----- | ---: |',
      '| a \\| b |   £5 |',
      '| 👩‍👩‍👧      |      |',
      '',
      'after',
    ].join('\n'),
  );
});

test('tidying twice is the same as once, and words are no table', () => {
  const once = tidied('|a|b|\n|-|-|\n|1|2|');
  expect(tidied(once)).toBe(once);
  expect(tidied('this | that')).toBe('this | that');
  expect(tidied('a | b\nc | d')).toBe('a | b\nc | d');
});

test('the cursor stays in its cell', () => {
  const doc = '|a|b|\n|-|-|\n|1|2|';
  const state = EditorState.create({ doc, selection: { anchor: doc.indexOf('2') + 1 } });
  const next = state.update(tidyTable(state) ?? {}).state;
  expect(next.sliceDoc(0, next.selection.main.head)).toMatch(/\| 2$/);
});
