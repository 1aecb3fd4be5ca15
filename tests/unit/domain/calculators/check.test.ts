import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Asked,
  check,
  count,
  notNegative,
  part,
  positive,
  type Rule,
  share,
  size,
} from '#domain/calculators/check.ts';
import { type CalculatorId, FORMS, formOf } from '#domain/calculators/entries.ts';
import { FIELDS, REFUSALS, refusalWords } from '#domain/calculators/refusal.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');
const refused = (value: number | null, rule: Rule) => {
  const checked = check({ total: value }, { total: rule });
  return 'refused' in checked ? checked.refused : null;
};

test('an empty field and a figure that is none are missing', () => {
  expect(refused(null, count)).toBe('missing');
  expect(refused(Number.NaN, share)).toBe('missing');
});

test('each rule takes what it should and names what it does not', () => {
  expect([0, 1, 0.5, -0.1].map((one) => refused(one, share))).toEqual([
    'share-out-of-range',
    'share-out-of-range',
    null,
    'share-out-of-range',
  ]);
  expect([0, 1, 1.01].map((one) => refused(one, part))).toEqual([null, null, 'part-out-of-range']);
  expect([0, 5, 2.5, -1, 1e10].map((one) => refused(one, count))).toEqual([
    null,
    null,
    'not-whole',
    'negative',
    'too-large',
  ]);
  expect([0, 1, Number.POSITIVE_INFINITY].map((one) => refused(one, size))).toEqual([
    'not-positive',
    null,
    'too-large',
  ]);
  expect([0, 0.01, -1, 1e13].map((one) => refused(one, positive))).toEqual([
    'not-positive',
    null,
    'not-positive',
    'too-large',
  ]);
  expect([0, -0.01].map((one) => refused(one, notNegative))).toEqual([null, 'negative']);
});

test('the first field that will not do is named, with its row', () => {
  const asked: Asked<'low' | 'high'> = { low: 2, high: null };
  expect(check(asked, { low: count, high: count }, 3)).toEqual({ refused: 'missing', field: 'high', row: 3 });
  expect(check({ ...asked, low: -1 }, { low: count, high: count })).toEqual({ refused: 'negative', field: 'low' });
});

test('a sentence says where and what to do, and every one is different', () => {
  expect(refusalWords(say, { refused: 'share-out-of-range', field: 'baseline' })).toBe(
    '“Share now” leaves no room on both sides. Enter a share above 0% and below 100%.',
  );
  expect(refusalWords(say, { refused: 'missing', field: 'unitCost', row: 2 })).toBe(
    '“Cost of one transaction” in row 2 has no figure. Enter one.',
  );
  const all = REFUSALS.map((one) => refusalWords(say, { refused: one, field: 'baseline' }));
  expect(new Set(all).size).toBe(REFUSALS.length);
  expect(all.filter((one) => !one.includes('“Share now”') || !one.endsWith('.'))).toEqual([]);
});

test('every field has a name of its own, and a hint where it stands by itself', () => {
  const forms = Object.keys(FORMS).map((id) => formOf(id as CalculatorId));
  const hints = forms.flatMap(({ entries }) => entries.map(({ field }) => say(`calculator.field.${field}.hint`)));
  expect(hints.length).toBeGreaterThan(20);
  expect(hints.filter((hint) => !hint.endsWith('.'))).toEqual([]);
  expect(new Set(FIELDS.map((field) => say(`calculator.field.${field}`))).size).toBe(FIELDS.length);
});

test('whatever is typed, a rule gives a code or takes the figure', () => {
  fc.assert(
    fc.property(fc.double(), fc.constantFrom(share, part, count, size, positive, notNegative), (value, rule) => {
      const code = refused(value, rule);
      return code === null || REFUSALS.includes(code);
    }),
  );
});
