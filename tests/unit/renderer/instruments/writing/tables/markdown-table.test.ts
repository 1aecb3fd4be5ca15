import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { newTable, tidyTable } from '#instruments/writing/tables/markdown-table.ts';

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

test.each([
  [
    'in a step of a list',
    '1. First\n\n   |a|b|\n   |-|-:|\n   |1|22222|\n\n2. Second',
    '1. First\n\n   | a   |     b |\n   | --- | ----: |\n   | 1   | 22222 |\n\n2. Second',
  ],
  ['as an item', '- |a|b|\n  |-|-|\n  |1|2222|', '- | a   | b    |\n  | --- | ---- |\n  | 1   | 2222 |'],
  ['in a quote', '> |a|b|\n> |-|-|\n>|1|2222|', '> | a   | b    |\n> | --- | ---- |\n>| 1   | 2222 |'],
  [
    'in a list in a quote',
    '> - x\n>\n>   |a|b|\n>   |:-:|-|\n>   |1|2222|',
    '> - x\n>\n>   | a   | b    |\n>   | :-: | ---- |\n>   | 1   | 2222 |',
  ],
  [
    'pipes that are letters',
    '|a|b|\n|-|-|\n|x \\| y|`p \\| q`|\n|end\\\\|z|',
    '| a      | b        |\n| ------ | -------- |\n| x \\| y | `p \\| q` |\n| end\\\\  | z        |',
  ],
  ['wide characters', '|a|b|\n|-|-|\n|日本|2222|', '| a    | b    |\n| ---- | ---- |\n| 日本 | 2222 |'],
  ['rows without pipes at their ends', 'a|b\n-|-\n1|2222', '| a   | b    |\n| --- | ---- |\n| 1   | 2222 |'],
  ['cells beyond the head', '|a|\n|-|\n|1|beyond|', '| a   |\n| --- |\n| 1   | beyond |'],
  ['empty cells', '|a||c|\n|-|-|-|\n||2||', '| a   |     | c   |\n| --- | --- | --- |\n|     | 2   |     |'],
])('B22 a table keeps its place and its words: %s', (_, doc, wanted) => {
  expect(tidied(doc, doc.indexOf('b') + 1)).toBe(wanted);
  for (let at = doc.indexOf('|'); at <= doc.lastIndexOf('2'); at += 1) {
    if (tidied(doc, at) !== doc) expect(tidied(doc, at)).toBe(wanted);
  }
  expect(tidied(wanted, wanted.indexOf('|') + 1)).toBe(wanted);
});
