import { expect, test } from 'vitest';
import { checkState, daysBetween, longDay } from '#domain/day.ts';

test('days are counted over a clock change', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-11-23', '2026-11-01')).toBe(-22);
});

test('a check is soon for 30 days and past from the day after', () => {
  expect(checkState(undefined, '2026-11-23')).toBe('none');
  expect(checkState('2026-12-24', '2026-11-23')).toBe('fine');
  expect(checkState('2026-12-23', '2026-11-23')).toBe('soon');
  expect(checkState('2026-11-23', '2026-11-23')).toBe('soon');
  expect(checkState('2026-11-22', '2026-11-23')).toBe('past');
});

test('a day is written in full and does not break', () => {
  expect(longDay('2026-11-03', 'en-GB')).toBe('3\u00a0November\u00a02026');
  expect(longDay('soon', 'en-GB')).toBe('soon');
});
