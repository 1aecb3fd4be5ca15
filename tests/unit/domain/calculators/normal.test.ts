import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cumulative, quantile } from '#domain/calculators/normal.ts';

// From Python's math.erfc and statistics.NormalDist.
test.each([
  [-5, 2.866515718791946e-7],
  [-3.3, 0.0004834241423837776],
  [-1.96, 0.024997895148220435],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.3, 0.6179114221889526],
  [1, 0.8413447460685429],
  [1.644853627, 0.9500000000050048],
  [2.5758, 0.9949995762622214],
  [4.2, 0.9999866542509841],
])('below %d lies %d of the curve', (z, share) => {
  expect(Math.abs(cumulative(z) / share - 1)).toBeLessThan(1e-9);
});

test('far out next to nothing is left', () => {
  expect(Math.abs(cumulative(-8) - 6.220960574271819e-16)).toBeLessThan(1e-20);
  expect([cumulative(-40), cumulative(40)]).toEqual([0, 1]);
});

test.each([
  [1e-9, -5.9978070150076865],
  [0.0005, -3.2905267314918945],
  [0.025, -1.9599639845400538],
  [0.07, -1.4757910281791702],
  [0.1, -1.2815515655446008],
  [0.42, -0.2018934791418509],
  [0.5, 0],
  [0.8, 0.8416212335729144],
  [0.9, 1.2815515655446008],
  [0.975, 1.9599639845400536],
  [0.995, 2.5758293035489],
  [0.999999, 4.753424308817089],
])('%d of the curve lies below %d', (share, z) => {
  expect(Math.abs(quantile(share) - z)).toBeLessThan(1e-12);
});

const shares = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

test('one undoes the other, to 1e-9', () => {
  fc.assert(fc.property(shares, (share) => Math.abs(cumulative(quantile(share)) - share) < 1e-9));
});

test('the curve is the same on both sides, and never falls', () => {
  const z = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(fc.property(z, (one) => Math.abs(cumulative(one) + cumulative(-one) - 1) < 1e-15));
  fc.assert(fc.property(z, z, (a, b) => cumulative(Math.min(a, b)) <= cumulative(Math.max(a, b)) + 1e-15));
  fc.assert(fc.property(shares, shares, (a, b) => quantile(Math.min(a, b)) <= quantile(Math.max(a, b))));
});
