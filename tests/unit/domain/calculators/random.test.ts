import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '#domain/calculators/random.ts';

const drawn = (seed: number, many: number): readonly number[] => {
  const next = seeded(seed);
  return Array.from({ length: many }, next);
};

test('one seed gives one row of numbers, on every machine', () => {
  // From the same rule written in Python.
  expect(drawn(20_260_101, 4)).toEqual([
    0.7521088680950925, 0.09628209483344108, 0.8576521187787876, 0.6274770066374913,
  ]);
  expect(drawn(-5, 2)).toEqual([0.5291594410082325, 0.9737739603733644]);
});

test('numbers lie above 0 and below 1, and other seeds give other numbers', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (one, other) => {
      const numbers = drawn(one, 50);
      const differ = (one | 0) === (other | 0) || drawn(other, 50).some((number, at) => number !== numbers[at]);
      return differ && numbers.every((number) => number > 0 && number < 1);
    }),
  );
});

test('numbers are spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const number of drawn(1, 100_000)) tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
  // Chi-squared with nine degrees of freedom: beyond 27.9 once in a thousand.
  expect(tenths.reduce((sum, seen) => sum + (seen - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
});
