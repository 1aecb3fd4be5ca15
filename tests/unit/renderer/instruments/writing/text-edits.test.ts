import { EditorSelection, EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import {
  addLink,
  addText,
  leaveList,
  moveItems,
  toggleHeading,
  toggleLines,
  toggleTicks,
} from '#instruments/writing/text-edits.ts';

/** A text with its selection: `[` and `]` of the kind ⟦ ⟧ around it, or ‸ for a cursor. */
function stateOf(marked: string): EditorState {
  const cursor = marked.indexOf('‸');
  const doc = marked.replace(/[⟦⟧‸]/g, '');
  const selection =
    cursor >= 0 ? EditorSelection.single(cursor) : EditorSelection.single(marked.indexOf('⟦'), marked.indexOf('⟧') - 1);
  return EditorState.create({ doc, selection });
}

function marked(state: EditorState): string {
  const text = state.doc.toString();
  const { from, to, empty } = state.selection.main;
  if (empty) return `${text.slice(0, from)}‸${text.slice(from)}`;
  return `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

function edited(text: string, edit: (state: EditorState) => TransactionSpec | null): string {
  const state = stateOf(text);
  const change = edit(state);
  return change ? marked(state.update(change).state) : text;
}

describe('lists', () => {
  test.each([
    ['list', '⟦one\n\ntwo⟧', '⟦- one\n\n- two⟧'],
    ['numbered', '⟦- one\n- two⟧', '⟦1. one\n2. two⟧'],
    ['task', 'one‸', '- [ ] one‸'],
    ['list', '- one‸', 'one‸'],
    ['list', '- [x] one‸', '- one‸'],
    ['list', '‸', '- ‸'],
    ['quote', '⟦one\ntwo⟧', '⟦> one\n> two⟧'],
    ['quote', '> one‸', 'one‸'],
  ] as const)('%s: %j', (kind, text, wanted) => {
    const selectsFromStart = (found: string) => found.replace(/^((?:- (?:\[ \] )?)|1\. |> )⟦/, '⟦$1');
    expect(selectsFromStart(edited(text, (state) => toggleLines(state, kind)))).toBe(wanted);
  });

  test('a list ends at an empty item, with a blank line before what follows', () => {
    expect(edited('- one\n- ‸', leaveList)).toBe('- one\n\n‸');
    expect(edited('1. one\n2. ‸', leaveList)).toBe('1. one\n\n‸');
    expect(edited('- [x] one\n- [ ] ‸', leaveList)).toBe('- [x] one\n\n‸');
    expect(edited('> one\n> ‸', leaveList)).toBe('> one\n\n‸');
    expect(edited('- ‸', leaveList)).toBe('‸');
    expect(leaveList(stateOf('- one‸'))).toBeNull();
    expect(leaveList(stateOf('- one\n  - ‸'))).toBeNull();
  });

  test('items move in under the words above and out again', () => {
    expect(edited('1. one\n2. two‸', (state) => moveItems(state, 'in'))).toBe('1. one\n   2. two‸');
    expect(edited('- one\n  - two‸', (state) => moveItems(state, 'out'))).toBe('- one\n- two‸');
    expect(moveItems(stateOf('- one‸'), 'in')).toBeNull();
    expect(moveItems(stateOf('words‸'), 'in')).toBeNull();
  });

  test('boxes are ticked and unticked', () => {
    expect(edited('- [ ] one‸', toggleTicks)).toBe('- [x] one‸');
    expect(edited('⟦- [x] one\n- [ ] two⟧', toggleTicks)).toBe('⟦- [x] one\n- [x] two⟧');
    expect(edited('⟦- [x] one\n- [X] two⟧', toggleTicks)).toBe('⟦- [ ] one\n- [ ] two⟧');
    expect(toggleTicks(stateOf('- one‸'))).toBeNull();
  });
});

test('a heading becomes smaller, then words', () => {
  expect(edited('Day 6‸', toggleHeading)).toBe('## Day 6‸');
  expect(edited('## Day 6‸', toggleHeading)).toBe('### Day 6‸');
  expect(edited('### Day 6‸', toggleHeading)).toBe('Day 6‸');
});

test('a link selects what is still to be written', () => {
  expect(edited('‸', (state) => addLink(state, 'words'))).toBe('[⟦words⟧]()');
  expect(edited('see ⟦this page⟧', (state) => addLink(state, 'words'))).toBe('see [this page](‸)');
});

test('several lines stand apart from the words around them', () => {
  const table = (text: string) => edited(text, (state) => addText(state, '| a |\n| - |'));
  expect(table('‸')).toBe('| a |\n| - |\n\n‸');
  expect(table('one‸two')).toBe('one\n\n| a |\n| - |\n\n‸two');
  // What is typed next is in a paragraph of its own: neither in the block, nor in the words behind it.
  expect(table('one\n‸\n\ntwo')).toBe('one\n\n| a |\n| - |\n\n‸\n\ntwo');
  expect(table('one‸\ntwo')).toBe('one\n\n| a |\n| - |\n\n‸\n\ntwo');
  expect(table('one‸\n')).toBe('one\n\n| a |\n| - |\n\n‸');
  expect(table('one‸\n\n')).toBe('one\n\n| a |\n| - |\n\n‸');
  expect(edited('one ‸two', (state) => addText(state, 'and '))).toBe('one and ‸two');
});
