import { expect, test } from 'vitest';
import { createCursors } from '#store/own/cursors.ts';

const storage = (text: string | null = null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem(_: string, next: string) {
      kept = next;
    },
  };
};
const at = (from: number) => ({ field: 'text', from, to: from, scroll: { main: 40 } }) as const;

test('B30 the cursor of a note is known after a restart; the last 300 are', () => {
  const kept = storage();
  const cursors = createCursors(kept);
  for (let note = 0; note < 305; note += 1) cursors.keep(`n${note}`, at(note));
  cursors.keep('n10', at(7));
  const again = createCursors(kept);
  expect(again.of('n304')).toEqual(at(304));
  expect(again.of('n10')).toEqual(at(7));
  expect(again.of('n4')).toBeNull();
  expect(again.of('never')).toBeNull();
});

test('B30 what is no cursor is passed over, and a full storage loses nothing of this session', () => {
  for (const bad of ['', '{}', 'null', '[["a"]]', '[["a",{"field":"x","from":1,"to":1,"scroll":{}}]]', '[["a",null]]'])
    expect(createCursors(storage(bad)).of('a')).toBeNull();
  expect(createCursors(storage('[["a",{"field":"text","from":-1,"to":1,"scroll":{}}]]')).of('a')).toBeNull();
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  const cursors = createCursors(full);
  cursors.keep('a', at(3));
  expect(cursors.of('a')).toEqual(at(3));
});
