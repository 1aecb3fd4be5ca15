import { history, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeText } from '#instruments/writing/taken-text.ts';

test('any text becomes any other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', 'ŷ', '👩'), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (doc, wanted) => {
      const state = EditorState.create({ doc });
      const change = takeText(state, wanted);
      expect(change === null).toBe(doc === wanted);
      expect(change ? state.update(change).state.doc.toString() : doc).toBe(wanted);
    }),
  );
});

test('the cursor stays by its words when lines above and below change', () => {
  const doc = 'one\ntwo\nthree\nfour';
  const state = EditorState.create({ doc, selection: { anchor: doc.indexOf('ree') } });
  const next = state.update(takeText(state, 'one and more\ntwo\nthree\nfour, five') ?? {}).state;
  expect(next.sliceDoc(next.selection.main.head, next.selection.main.head + 3)).toBe('ree');
});

test('what was typed before can still be undone, and what came from outside stays', () => {
  let state = EditorState.create({ doc: 'one\ntwo', extensions: history() });
  state = state.update({ changes: { from: 3, insert: ' typed' }, userEvent: 'input' }).state;
  state = state.update(takeText(state, 'one typed\ntwo from elsewhere') ?? {}).state;
  undo({ state, dispatch: (change) => (state = change.state) });
  expect(state.doc.toString()).toBe('one\ntwo from elsewhere');
});

test('other line ends are no change', () => {
  const state = EditorState.create({ doc: 'one\ntwo' });
  expect(takeText(state, 'one\r\ntwo')).toBeNull();
});
