import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakEven, sentenceOfBreakEven } from '#domain/calculators/break-even.ts';
import { costPerTransaction, sentenceOfCost } from '#domain/calculators/cost-per-transaction.ts';
import { daysNeeded, sentenceOfDays } from '#domain/calculators/days-needed.ts';
import { monteCarlo, sentenceOfMonteCarlo } from '#domain/calculators/monte-carlo.ts';
import { sentenceOfOptimismBias, withOptimismBias } from '#domain/calculators/optimism-bias.ts';
import { isRefused, type Refusal, refusalWords } from '#domain/calculators/refusal.ts';
import { sentenceOfSmallestMean, smallestMean } from '#domain/calculators/smallest-mean.ts';
import { sentenceOfSmallestShare, smallestShare } from '#domain/calculators/smallest-share.ts';
import { sampleForSurvey, sentenceOfSurvey } from '#domain/calculators/survey.ts';
import { compareGroups, sentenceOfComparison, sentenceOfCounts } from '#domain/calculators/two-groups.ts';
import { sampleForMeans, sentenceOfMeans } from '#domain/calculators/two-means.ts';
import { sampleForShares, sentenceOfShares } from '#domain/calculators/two-shares.ts';
import { sentenceOfWhatIf, whatIf } from '#domain/calculators/what-if.ts';
import { type Say, sayIn } from '#domain/words/words.ts';

type Figures = readonly (number | null)[];
type Run = (figures: Figures) => string;

const say = sayIn('en-GB');

/** The sentence of a value or of a refusal. */
function told<T extends object>(
  outcome: T | Refusal,
  sentence: (say: Say, value: Exclude<T, Refusal>) => string,
): string {
  return isRefused(outcome) ? refusalWords(say, outcome) : sentence(say, outcome as Exclude<T, Refusal>);
}

const RUNS: Readonly<Record<string, Run>> = {
  shares: ([baseline = 0.1, target = 0.2, alpha = 0.05, power = 0.8]) =>
    told(sampleForShares({ baseline, target, alpha, power }), sentenceOfShares),
  means: ([spread = 1, difference = 1, alpha = 0.05, power = 0.8]) =>
    told(sampleForMeans({ spread, difference, alpha, power }), sentenceOfMeans),
  survey: ([expected = 0.5, margin = 0.1, confidence = 0.95, population = null]) =>
    told(sampleForSurvey({ expected, margin, confidence, population }), sentenceOfSurvey),
  smallestShare: ([baseline = 0.1, perGroup = 100, alpha = 0.05, power = 0.8]) =>
    told(smallestShare({ baseline, perGroup, alpha, power }), sentenceOfSmallestShare),
  smallestMean: ([spread = 1, perGroup = 100, alpha = 0.05, power = 0.8]) =>
    told(smallestMean({ spread, perGroup, alpha, power }), sentenceOfSmallestMean),
  days: ([total = 100, perDay = 10]) => told(daysNeeded({ total, perDay }), sentenceOfDays),
  groups: ([firstEvents = 10, firstTotal = 100, secondEvents = 20, secondTotal = 100]) => {
    const result = compareGroups({ firstEvents, firstTotal, secondEvents, secondTotal });
    return 'counts' in result ? sentenceOfCounts(say, result) : told(result, sentenceOfComparison);
  },
  cost: ([totalCost = 1, transactions = 1]) => told(costPerTransaction({ totalCost, transactions }), sentenceOfCost),
  whatIf: ([yearlyTransactions = 10, oneOffCost = 1, takeUp = 0.5, unitCost = 1]) =>
    told(
      whatIf({
        yearlyTransactions,
        oneOffCost,
        takeUpLow: 0,
        takeUp,
        takeUpHigh: 1,
        channels: [
          { name: 'A', unitCost, shareNow: 1, shareThen: 0 },
          { name: 'B', unitCost: 1, shareNow: 0, shareThen: 1 },
        ],
      }),
      sentenceOfWhatIf,
    ),
  breakEven: ([oneOffCost = 1, unitCostNow = 2, unitCostThen = 1]) =>
    told(breakEven({ oneOffCost, unitCostNow, unitCostThen }), sentenceOfBreakEven),
  optimism: ([estimate = 1, uplift = 0.2]) => told(withOptimismBias({ estimate, uplift }), sentenceOfOptimismBias),
  monteCarlo: ([low = 1, likely = 2, high = 3]) =>
    told(monteCarlo([{ name: '', counts: 'taken', low, likely, high }]), sentenceOfMonteCarlo),
};

/** What people type and what slips in: whole numbers, shares, tiny and huge ones, nothing, and no number at all. */
const figure = fc.oneof(
  fc.constant(null),
  fc.constantFrom(0, 1, -0, 1e-300, 5e-324, 1e12, 1e9, 0.5, 0.05, 0.999),
  fc.integer({ min: -5, max: 2_000 }),
  fc.double({ min: 0, max: 1 }),
  fc.double(),
);

test.each(Object.keys(RUNS))('%s tells a sentence, whatever is typed', (name) => {
  const run = RUNS[name];
  if (!run) throw new Error(name);
  fc.assert(
    fc.property(fc.array(figure, { minLength: 0, maxLength: 4 }), (figures) => {
      const sentence = run(figures);
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/NaN|∞|Infinity|undefined|null|[{}]/);
    }),
    { numRuns: name === 'monteCarlo' ? 60 : 400 },
  );
});
