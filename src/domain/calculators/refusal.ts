import type { Say } from '../words/words.ts';

/** What a calculator asks for. Shares lie between 0 and 1, money is in pounds. */
export const FIELDS = [
  'baseline',
  'target',
  'alpha',
  'power',
  'spread',
  'difference',
  'expected',
  'margin',
  'confidence',
  'population',
  'perGroup',
  'total',
  'perDay',
  'firstEvents',
  'firstTotal',
  'secondEvents',
  'secondTotal',
  'totalCost',
  'transactions',
  'yearlyTransactions',
  'channels',
  'unitCost',
  'shareNow',
  'shareThen',
  'takeUpLow',
  'takeUp',
  'takeUpHigh',
  'oneOffCost',
  'unitCostNow',
  'unitCostThen',
  'estimate',
  'uplift',
  'parts',
  'low',
  'likely',
  'high',
] as const;

/** Why nothing was worked out. Each has a sentence in the catalogue that says where, and what to do. */
export const REFUSALS = [
  'missing',
  'share-out-of-range',
  'part-out-of-range',
  'alpha-out-of-range',
  'power-out-of-range',
  'confidence-out-of-range',
  'uplift-out-of-range',
  'not-positive',
  'negative',
  'not-whole',
  'too-large',
  'no-difference',
  'difference-too-small',
  'group-too-small',
  'too-slow',
  'more-than-all',
  'too-few-events',
  'list-empty',
  'list-too-long',
  'mix-not-whole',
  'not-in-order',
  'no-saving',
] as const;

export type Field = (typeof FIELDS)[number];
export type RefusalCode = (typeof REFUSALS)[number];

/** `row` is where in a list the field stands, from 1. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly field: Field;
  readonly row?: number;
}

export const isRefused = <T extends object>(outcome: T): outcome is Extract<T, Refusal> => 'refused' in outcome;

/** What is wrong, where, and what to do. */
export function refusalWords(say: Say, { refused, field, row = 0 }: Refusal): string {
  const name = say(`calculator.field.${field}`);
  return say(`calculator.refused.${refused}`, { where: say('calculator.where', { name, row }) });
}
