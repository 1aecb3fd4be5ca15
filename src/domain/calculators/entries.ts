import type { FigureKind } from './reading.ts';
import type { Field } from './refusal.ts';

/** Asked for in each row of a list. What they are about is said once, above the rows. */
type RowField = 'unitCost' | 'shareNow' | 'shareThen' | 'low' | 'likely' | 'high';

/** One figure that a calculator asks for. */
export interface Entry<F extends Field = Field> {
  readonly field: F;
  readonly kind: FigureKind;
  /** What most people use; it stands in the field from the start. */
  readonly usual?: string;
  readonly optional?: true;
}

/** Rows of figures, each with a name. */
export interface RowsEntry {
  readonly field: 'channels' | 'parts';
  readonly entries: readonly Entry<RowField>[];
  /** Rows may be taken off as well as added. */
  readonly counts: boolean;
}

export interface Form {
  readonly entries: readonly Entry<Exclude<Field, RowField>>[];
  readonly rows?: RowsEntry;
}

const chances = [
  { field: 'alpha', kind: 'share', usual: '5%' },
  { field: 'power', kind: 'share', usual: '80%' },
] as const;

/** What each calculator asks for, in the order in which it is asked. */
export const FORMS = {
  shares: {
    entries: [{ field: 'baseline', kind: 'share' }, { field: 'target', kind: 'share' }, ...chances],
  },
  means: {
    entries: [{ field: 'spread', kind: 'figure' }, { field: 'difference', kind: 'figure' }, ...chances],
  },
  survey: {
    entries: [
      { field: 'expected', kind: 'share', usual: '50%' },
      { field: 'margin', kind: 'share', usual: '5%' },
      { field: 'confidence', kind: 'share', usual: '95%' },
      { field: 'population', kind: 'count', optional: true },
    ],
  },
  smallestShare: {
    entries: [{ field: 'baseline', kind: 'share' }, { field: 'perGroup', kind: 'count' }, ...chances],
  },
  smallestMean: {
    entries: [{ field: 'spread', kind: 'figure' }, { field: 'perGroup', kind: 'count' }, ...chances],
  },
  days: {
    entries: [
      { field: 'total', kind: 'count' },
      { field: 'perDay', kind: 'figure' },
    ],
  },
  groups: {
    entries: [
      { field: 'firstEvents', kind: 'count' },
      { field: 'firstTotal', kind: 'count' },
      { field: 'secondEvents', kind: 'count' },
      { field: 'secondTotal', kind: 'count' },
    ],
  },
  cost: {
    entries: [
      { field: 'totalCost', kind: 'money' },
      { field: 'transactions', kind: 'count' },
    ],
  },
  whatIf: {
    entries: [
      { field: 'yearlyTransactions', kind: 'count' },
      { field: 'oneOffCost', kind: 'money' },
      { field: 'takeUpLow', kind: 'share' },
      { field: 'takeUp', kind: 'share' },
      { field: 'takeUpHigh', kind: 'share' },
    ],
    rows: {
      field: 'channels',
      counts: false,
      entries: [
        { field: 'unitCost', kind: 'money' },
        { field: 'shareNow', kind: 'share' },
        { field: 'shareThen', kind: 'share' },
      ],
    },
  },
  breakEven: {
    entries: [
      { field: 'oneOffCost', kind: 'money' },
      { field: 'unitCostNow', kind: 'money' },
      { field: 'unitCostThen', kind: 'money' },
    ],
  },
  optimism: {
    entries: [
      { field: 'estimate', kind: 'money' },
      { field: 'uplift', kind: 'share' },
    ],
  },
  draws: {
    entries: [],
    rows: {
      field: 'parts',
      counts: true,
      entries: [
        { field: 'low', kind: 'money' },
        { field: 'likely', kind: 'money' },
        { field: 'high', kind: 'money' },
      ],
    },
  },
} as const satisfies Readonly<Record<string, Form>>;

export type CalculatorId = keyof typeof FORMS;

/** The calculators as they are offered, by when they are of use. */
export const CALCULATOR_GROUPS = {
  before: ['shares', 'means', 'survey', 'smallestShare', 'smallestMean', 'days'],
  after: ['groups'],
  money: ['cost', 'whatIf', 'breakEven', 'optimism', 'draws'],
} as const satisfies Readonly<Record<string, readonly CalculatorId[]>>;

export const formOf = (id: CalculatorId): Form => FORMS[id];
