import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SurveyAsked, sampleForSurvey, sentenceOfSurvey } from '#domain/calculators/survey.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const USUAL: SurveyAsked = { expected: 0.5, margin: 0.05, confidence: 0.95, population: null };
const needed = (change: Partial<SurveyAsked>) => worked(sampleForSurvey({ ...USUAL, ...change })).needed;

// From Python's statistics.NormalDist.
test.each([
  [0.5, 0.05, 0.95, null, 385],
  [0.3, 0.03, 0.99, null, 1549],
  [0.5, 0.1, 0.9, 60, 33],
  [0.1, 0.02, 0.95, 2500, 643],
  [0.5, 0.05, 0.95, 400, 197],
  [0.5, 0.05, 0.95, 1, 1],
])('%d to within %d at %d of %j needs %d', (expected, margin, confidence, population, answers) => {
  expect(needed({ expected, margin, confidence, population })).toBe(answers);
});

describe('what holds for every survey', () => {
  const share = fc.integer({ min: 1, max: 99 }).map((one) => one / 100);
  const margin = fc.integer({ min: 1, max: 40 }).map((one) => one / 100);
  const confidence = fc.integer({ min: 50, max: 99 }).map((one) => one / 100);
  const population = fc.integer({ min: 1, max: 1_000_000 });

  test('nobody is asked twice, and a smaller population never needs more', () => {
    fc.assert(
      fc.property(share, margin, confidence, population, population, (expected, close, sure, one, other) => {
        const few = needed({ expected, margin: close, confidence: sure, population: Math.min(one, other) });
        const many = needed({ expected, margin: close, confidence: sure, population: Math.max(one, other) });
        const all = needed({ expected, margin: close, confidence: sure });
        return few >= 1 && few <= Math.min(one, other) && few <= many && many <= Math.max(1, all);
      }),
    );
  });

  test('to be surer or closer never needs fewer, and yes and no need the same', () => {
    fc.assert(
      fc.property(share, margin, confidence, confidence, (expected, close, one, other) => {
        const base = needed({ expected, margin: close, confidence: Math.min(one, other) });
        return (
          base <= needed({ expected, margin: close, confidence: Math.max(one, other) }) &&
          base <= needed({ expected, margin: close / 2, confidence: Math.min(one, other) }) &&
          Math.abs(base - needed({ expected: 1 - expected, margin: close, confidence: Math.min(one, other) })) <= 1
        );
      }),
    );
  });
});

test('what cannot be asked is refused, with the field', () => {
  const refusal = (change: Partial<SurveyAsked>) => sampleForSurvey({ ...USUAL, ...change });
  expect(refusal({ expected: 1 })).toEqual({ refused: 'share-out-of-range', field: 'expected' });
  expect(refusal({ margin: 0 })).toEqual({ refused: 'share-out-of-range', field: 'margin' });
  expect(refusal({ margin: 1e-9 })).toEqual({ refused: 'difference-too-small', field: 'margin' });
  expect(refusal({ confidence: 1 })).toEqual({ refused: 'confidence-out-of-range', field: 'confidence' });
  expect(refusal({ population: 0 })).toEqual({ refused: 'not-positive', field: 'population' });
  expect(refusal({ population: 12.5 })).toEqual({ refused: 'not-whole', field: 'population' });
  expect(refusal({ expected: null })).toEqual({ refused: 'missing', field: 'expected' });
});

test('the sentence states inputs, result, meaning and rule', () => {
  const sentence = (population: number | null) =>
    sentenceOfSurvey(sayIn('en-GB'), worked(sampleForSurvey({ ...USUAL, population })));
  expect(sentence(null)).toBe(
    'To estimate a share near 50% to within 5 percentage points either way, in a large population, you need 385 answers. ' +
      'Out of many such surveys, about 95% would come that close to the true share. ' +
      'This holds only if people are picked by chance. Ask more people than that, because some will not answer. ' +
      'Rule: normal curve for one share.',
  );
  expect(sentence(2_500)).toContain('in a population of 2,500, you need 334 answers.');
  expect(sentence(2_500)).toContain('Rule: normal curve for one share, with the correction for a small population.');
});
