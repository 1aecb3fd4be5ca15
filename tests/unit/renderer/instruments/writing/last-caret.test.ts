import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { lastCaret } from '#instruments/writing/last-caret.ts';
import type { Cursor } from '#store/own/cursors.ts';

const at = (cursor: Partial<Cursor> | null): number =>
  lastCaret('n', EditorState.create({ doc: 'Twelve words' }), {
    of: () => cursor && { field: 'text', from: 0, to: 0, scroll: {}, ...cursor },
  });

test('what is put into a text that was not entered yet stands where the cursor was left, else at the end', () => {
  expect(at({ from: 2, to: 6 })).toBe(6);
  expect(at({ from: 90, to: 90 })).toBe(12);
  expect(at({ field: 'title', from: 3, to: 3 })).toBe(12);
  expect(at(null)).toBe(12);
});
