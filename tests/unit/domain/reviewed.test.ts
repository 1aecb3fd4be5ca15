import { expect, test } from 'vitest';
import { reviewedSince } from '#domain/reviewed.ts';

test('a stretch of time begins on the same day of an earlier month', () => {
  expect(reviewedSince('6m', '2026-11-23')).toBe('2026-05-23');
  expect(reviewedSince('6m', '2026-03-10')).toBe('2025-09-10');
  expect(reviewedSince('6m', '2026-06-30')).toBe('2025-12-30');
  expect(reviewedSince('1y', '2026-11-23')).toBe('2025-11-23');
  expect(reviewedSince('2y', '2026-01-01')).toBe('2024-01-01');
});

test('and on the last day of a month that is shorter', () => {
  expect(reviewedSince('6m', '2026-08-31')).toBe('2026-02-28');
  expect(reviewedSince('6m', '2024-08-31')).toBe('2024-02-29');
  expect(reviewedSince('1y', '2024-02-29')).toBe('2023-02-28');
});
