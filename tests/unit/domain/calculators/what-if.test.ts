import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CHANNELS, sentenceOfWhatIf, type WhatIfAsked, whatIf } from '#domain/calculators/what-if.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

/** Today £3.72 on average, £2.265 if all goes to plan. */
const USUAL: WhatIfAsked = {
  yearlyTransactions: 480_000,
  oneOffCost: 250_000,
  takeUpLow: 0.25,
  takeUp: 0.5,
  takeUpHigh: 0.9,
  channels: [
    { name: 'Phone', unitCost: 4.5, shareNow: 0.6, shareThen: 0.35 },
    { name: 'Post', unitCost: 9, shareNow: 0.1, shareThen: 0.05 },
    { name: 'Online', unitCost: 0.4, shareNow: 0.3, shareThen: 0.6 },
  ],
};
const withChannel = (at: number, change: Partial<WhatIfAsked['channels'][number]>): WhatIfAsked => ({
  ...USUAL,
  channels: USUAL.channels.map((one, place) => (place === at ? { ...one, ...change } : one)),
});

test('three cases: a year’s saving, the cost of one, the month of payback', () => {
  const result = worked(whatIf(USUAL));
  expect(result.unitCostNow).toBeCloseTo(3.72, 12);
  // 480,000 × take-up × £1.455, and 250,000 × 12 ÷ that.
  expect(result.low.yearlySaving).toBeCloseTo(174_600, 6);
  expect(result.central.yearlySaving).toBeCloseTo(349_200, 6);
  expect(result.high.yearlySaving).toBeCloseTo(628_560, 6);
  expect([result.low, result.central, result.high].map((one) => one.paybackMonth)).toEqual([18, 9, 5]);
  expect(result.central.unitCost).toBeCloseTo(2.9925, 12);
});

test('a plan that costs more is never paid back; no one-off cost has nothing to pay back', () => {
  const dearer = worked(whatIf(withChannel(2, { unitCost: 20 })));
  expect(dearer.central.yearlySaving).toBeLessThan(0);
  expect(dearer.central.paybackMonth).toBeNull();
  expect(worked(whatIf({ ...USUAL, oneOffCost: 0 })).central.paybackMonth).toBe(0);
  expect(worked(whatIf({ ...USUAL, yearlyTransactions: 0 })).central).toMatchObject({
    yearlySaving: 0,
    paybackMonth: null,
  });
});

test('exactly a year is month 12', () => {
  const result = worked(whatIf({ ...USUAL, oneOffCost: 349_200 }));
  expect(result.central.paybackMonth).toBe(12);
});

test('shares that were rounded to whole per cent make no money', () => {
  const thirds: WhatIfAsked = {
    ...USUAL,
    channels: ['Phone', 'Post', 'Online'].map((name) => ({ name, unitCost: 3, shareNow: 0.33, shareThen: 0.33 })),
  };
  expect(worked(whatIf(thirds)).unitCostNow).toBeCloseTo(3, 12);
  expect(worked(whatIf(thirds)).central.yearlySaving).toBeCloseTo(0, 6);
});

test('what cannot be worked with is refused, with the field and its row', () => {
  expect(whatIf({ ...USUAL, channels: [] })).toEqual({ refused: 'list-empty', field: 'channels' });
  const [first] = USUAL.channels;
  const many = Array.from(
    { length: MOST_CHANNELS + 1 },
    () => first ?? { name: '', unitCost: 0, shareNow: 0, shareThen: 0 },
  );
  expect(whatIf({ ...USUAL, channels: many })).toEqual({ refused: 'list-too-long', field: 'channels' });
  expect(whatIf(withChannel(1, { unitCost: null }))).toEqual({ refused: 'missing', field: 'unitCost', row: 2 });
  expect(whatIf(withChannel(0, { unitCost: -1 }))).toEqual({ refused: 'negative', field: 'unitCost', row: 1 });
  expect(whatIf(withChannel(2, { shareThen: 60 }))).toEqual({
    refused: 'part-out-of-range',
    field: 'shareThen',
    row: 3,
  });
  expect(whatIf(withChannel(2, { shareThen: 0.5 }))).toEqual({ refused: 'mix-not-whole', field: 'shareThen' });
  expect(whatIf(withChannel(2, { shareNow: 0.4 }))).toEqual({ refused: 'mix-not-whole', field: 'shareNow' });
  expect(whatIf({ ...USUAL, takeUpLow: 0.6 })).toEqual({ refused: 'not-in-order', field: 'takeUp' });
  expect(whatIf({ ...USUAL, takeUpHigh: 0.4 })).toEqual({ refused: 'not-in-order', field: 'takeUpHigh' });
  expect(whatIf({ ...USUAL, takeUp: 1.2 })).toEqual({ refused: 'part-out-of-range', field: 'takeUp' });
  expect(whatIf({ ...USUAL, yearlyTransactions: null })).toEqual({ refused: 'missing', field: 'yearlyTransactions' });
});

describe('what holds for every plan', () => {
  const cost = fc.integer({ min: 0, max: 5_000 }).map((one) => one / 100);
  const parts = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
  const plan = fc.tuple(cost, cost, parts, fc.integer({ min: 0, max: 1_000_000 }), cost).map(
    ([phone, online, [now, then], yearlyTransactions, oneOffCost]): WhatIfAsked => ({
      ...USUAL,
      yearlyTransactions,
      oneOffCost: oneOffCost * 10_000,
      channels: [
        { name: 'Phone', unitCost: phone, shareNow: now / 100, shareThen: then / 100 },
        { name: 'Online', unitCost: online, shareNow: 1 - now / 100, shareThen: 1 - then / 100 },
      ],
    }),
  );

  test('the month of payback is the first in which the savings are enough', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const { central, given } = worked(whatIf(one));
        const { paybackMonth: month, yearlySaving } = central;
        if (month === null) return yearlySaving < 0.01;
        const slack = given.oneOffCost * 1e-9 + 1e-6;
        const saved = (months: number) => (yearlySaving * months) / 12;
        return month === 0
          ? given.oneOffCost === 0
          : saved(month) >= given.oneOffCost - slack && saved(month - 1) < given.oneOffCost + slack;
      }),
    );
  });

  test('more take-up never lowers the size of the change, and the plan turned round costs what it saved', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const { low, central, high } = worked(whatIf(one));
        const back = one.channels.map((row) => ({ ...row, shareNow: row.shareThen, shareThen: row.shareNow }));
        const turned = worked(whatIf({ ...one, channels: back }));
        const sizes = [low, central, high].map(({ yearlySaving }) => Math.abs(yearlySaving));
        return (
          (sizes[0] ?? 0) <= (sizes[1] ?? 0) &&
          (sizes[1] ?? 0) <= (sizes[2] ?? 0) &&
          Math.abs(turned.central.yearlySaving + central.yearlySaving) < 1e-3
        );
      }),
    );
  });
});

describe('the sentence', () => {
  const sentence = (asked: WhatIfAsked) => sentenceOfWhatIf(sayIn('en-GB'), worked(whatIf(asked)));

  test('states the mix, three cases, what it means and the rule', () => {
    expect(sentence(USUAL)).toBe(
      'You have 480,000 transactions a year at £3.72 each on average, and a one-off cost of £250,000. ' +
        'The plan: Phone (£4.50 each) from 60% to 35%; Post (£9 each) from 10% to 5%; Online (£0.40 each) from 30% to 60%. ' +
        'Central case, where 50% of the planned move happens: £2.99 each, which saves £349,200 a year, ' +
        'and the one-off cost is paid back in month 9. ' +
        'Low case, where 25% of the planned move happens: £3.36 each, which saves £174,600 a year, ' +
        'and the one-off cost is paid back in month 18. ' +
        'High case, where 90% of the planned move happens: £2.41 each, which saves £628,560 a year, ' +
        'and the one-off cost is paid back in month 5. ' +
        'These are guesses worked through, not a forecast. The test should show which take-up is near the truth. ' +
        'Rule: transactions a year × take-up × the fall in average cost; ' +
        'payback is the one-off cost divided by the saving of a month, rounded up.',
    );
  });

  test('says when it costs more, saves nothing, or has nothing to pay back', () => {
    expect(sentence(withChannel(2, { unitCost: 20 }))).toMatch(
      /which costs £[\d,]+ more a year, and the one-off cost is never paid back\./,
    );
    expect(sentence({ ...USUAL, takeUpLow: 0 })).toContain(
      'Low case, where 0% of the planned move happens: £3.72 each, which saves nothing, and the one-off cost is never paid back.',
    );
    expect(sentence({ ...USUAL, oneOffCost: 0 })).toContain('which saves £349,200 a year. Low case');
    expect(sentence(withChannel(0, { name: ' ' }))).toContain('The plan: one channel (£4.50 each) from');
  });
});
