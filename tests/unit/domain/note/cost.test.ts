import { expect, test } from 'vitest';
import { costMeter } from '#domain/note/cost.ts';

const spent = (cap: number | null, ...pounds: readonly (number | null)[]) =>
  costMeter({
    costCap: cap,
    deviations: [],
    costs: pounds.map((one, at) => ({ id: `${at}`, day: null, pounds: one, what: '' })),
  });

test('the meter is near from 80 % and reached at the cap', () => {
  expect(spent(500, 180)).toEqual({ spent: 180, cap: 500, share: 0.36, level: 'within' });
  expect(spent(500, 399.99).level).toBe('within');
  expect(spent(500, 400).level).toBe('near');
  expect(spent(500, 499.99, 0.01).level).toBe('reached');
  expect(spent(500, 900).share).toBe(1.8);
});

test('ten times 10p is a pound, and what has no figure costs nothing', () => {
  expect(spent(1, ...Array.from({ length: 10 }, () => 0.1), null)).toMatchObject({ spent: 1, level: 'reached' });
});

test('without a cap there is no share, and a cap of nothing is reached by the first penny', () => {
  expect(spent(null, 20)).toMatchObject({ share: null, level: 'within' });
  expect(spent(0)).toMatchObject({ share: null, level: 'within' });
  expect(spent(0, 0.01).level).toBe('reached');
});
