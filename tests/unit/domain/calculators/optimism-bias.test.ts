import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceOfOptimismBias, withOptimismBias } from '#domain/calculators/optimism-bias.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

test('the uplift is added', () => {
  expect(worked(withOptimismBias({ estimate: 400_000, uplift: 0.2 }))).toMatchObject({
    added: 80_000,
    pounds: 480_000,
  });
  expect(worked(withOptimismBias({ estimate: 400_000, uplift: 0 })).pounds).toBe(400_000);
  expect(worked(withOptimismBias({ estimate: 50_000, uplift: 2 })).pounds).toBe(150_000);
});

test('a higher uplift never lowers the figure, and taking it off again gives the estimate', () => {
  const uplift = fc.integer({ min: 0, max: 1_000 }).map((one) => one / 100);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), uplift, uplift, (estimate, one, other) => {
      const low = worked(withOptimismBias({ estimate, uplift: Math.min(one, other) }));
      const high = worked(withOptimismBias({ estimate, uplift: Math.max(one, other) }));
      const back = high.pounds / (1 + Math.max(one, other));
      return low.pounds <= high.pounds && Math.abs(back - estimate) <= estimate * 1e-12;
    }),
  );
});

test('an uplift below nothing or far beyond reason is refused', () => {
  expect(withOptimismBias({ estimate: 1, uplift: -0.1 })).toEqual({ refused: 'uplift-out-of-range', field: 'uplift' });
  expect(withOptimismBias({ estimate: 1, uplift: 20 })).toEqual({ refused: 'uplift-out-of-range', field: 'uplift' });
  expect(withOptimismBias({ estimate: -1, uplift: 0.2 })).toEqual({ refused: 'negative', field: 'estimate' });
  expect(withOptimismBias({ estimate: null, uplift: 0.2 })).toEqual({ refused: 'missing', field: 'estimate' });
});

test('the sentence states inputs, result, meaning and rule', () => {
  expect(sentenceOfOptimismBias(sayIn('en-GB'), worked(withOptimismBias({ estimate: 400_000, uplift: 0.2 })))).toBe(
    'An estimate of £400,000 with 20% added for optimism bias is £480,000, which is £80,000 more. ' +
      'Plan with the higher figure. Use a smaller uplift only when you have evidence for it, and write the evidence down. ' +
      'Rule: estimate × (1 + uplift).',
  );
});
