import { expect, test } from 'vitest';
import { withoutRoom } from '#instruments/writing/toolbar-room.ts';

const tools = [
  { key: 'bold', width: 40, leaves: 0 },
  { key: 'list', width: 60, leaves: 1 },
  { key: 'numbered', width: 140, leaves: 5 },
  { key: 'quote', width: 70, leaves: 6 },
  { key: 'cite', width: 150, leaves: 1 },
];

test('B34 the tools of a text stand in one row: those seldom used go behind "More", and only where there is no room', () => {
  const out = (room: number): readonly string[] => [...withoutRoom(tools, room, 40)];
  expect(out(460)).toEqual([]);
  // The button for the rest takes room too.
  expect(out(459)).toEqual(['quote']);
  expect(out(430)).toEqual(['quote']);
  expect(out(429)).toEqual(['quote', 'numbered']);
  // Of equals the last one goes first.
  expect(out(200)).toEqual(['quote', 'numbered', 'cite']);
  expect(out(0)).toEqual(['quote', 'numbered', 'cite', 'list', 'bold']);
});
