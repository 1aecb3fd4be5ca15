import type { Field, Refusal, RefusalCode } from './refusal.ts';

/** What a person typed: `null` is an empty field. */
export type Asked<F extends Field> = Readonly<Record<F, number | null>>;
/** The same, found fit to work with. */
export type Given<F extends Field> = Readonly<Record<F, number>>;
/** Says what is wrong with a figure, or `null`. */
export type Rule = (value: number) => RefusalCode | null;

const LARGEST = 1e12;
/** No test that anybody can run has more. */
export const MOST_CASES = 1e9;

const within =
  (low: number, high: number, code: RefusalCode): Rule =>
  (value) =>
    value >= low && value <= high ? null : code;

/** A share that still has room on both sides. */
export const share: Rule = (value) => (value > 0 && value < 1 ? null : 'share-out-of-range');
/** A part of a whole, none and all of it included. */
export const part: Rule = within(0, 1, 'part-out-of-range');
export const alpha: Rule = within(0.001, 0.5, 'alpha-out-of-range');
export const power: Rule = within(0.5, 0.999, 'power-out-of-range');
export const confidence: Rule = within(0.5, 0.999, 'confidence-out-of-range');
export const uplift: Rule = within(0, 10, 'uplift-out-of-range');
/** Anything with two signs. */
export const amount: Rule = within(-LARGEST, LARGEST, 'too-large');
export const notNegative: Rule = (value) => (value < 0 ? 'negative' : amount(value));
export const positive: Rule = (value) => (value <= 0 ? 'not-positive' : amount(value));
/** A number of cases, none included. */
export const count: Rule = (value) => {
  if (value < 0) return 'negative';
  if (value > MOST_CASES) return 'too-large';
  return Number.isInteger(value) ? null : 'not-whole';
};
/** A number of cases, at least one. */
export const size: Rule = (value) => (value === 0 ? 'not-positive' : count(value));

/** Reads the fields in the order of the rules and stops at the first that will not do. */
export function check<F extends Field>(
  asked: Asked<F>,
  rules: Readonly<Record<F, Rule>>,
  row?: number,
): { readonly given: Given<F> } | Refusal {
  const place = row === undefined ? {} : { row };
  const given: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(rules) as F[]) {
    const value = asked[field];
    if (value === null || Number.isNaN(value)) return { refused: 'missing', field, ...place };
    const refused = rules[field](value);
    if (refused !== null) return { refused, field, ...place };
    given[field] = value;
  }
  return { given: given as Given<F> };
}
