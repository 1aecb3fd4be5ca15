import { expect, test } from 'vitest';
import { zoom } from '#main/window/zoom.ts';

function window(factor: number) {
  let now = factor;
  return {
    getZoomFactor: () => now,
    setZoomFactor: (to: number) => {
      now = to;
    },
  };
}

test('B31 everything grows and shrinks in the steps that browsers have, and stops at the last', () => {
  const contents = window(1);
  expect(Array.from({ length: 9 }, () => zoom('in', contents))).toEqual([110, 125, 150, 175, 200, 250, 300, 400, 400]);
  expect(zoom('reset', contents)).toBe(100);
  expect(Array.from({ length: 6 }, () => zoom('out', contents))).toEqual([90, 80, 75, 67, 50, 50]);
});

test('B31 a size between two steps goes to the next one', () => {
  expect(zoom('in', window(1.2))).toBe(125);
  expect(zoom('out', window(1.2))).toBe(110);
});
