import { quantile } from './normal.ts';

export interface Counted {
  /** How many of all did it, from 0 to `total`. */
  readonly events: number;
  /** At least 1. */
  readonly total: number;
}

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** With fewer on either side of a group the group is not compared. */
export const FEWEST_EVENTS = 5;

/** Two-sided, 95 %. */
const Z = quantile(0.975);

/** Wilson's 95 % interval of a share; it always holds the share and stays between 0 and 1. */
export function wilson({ events, total }: Counted): Interval {
  const value = events / total;
  const squared = Z ** 2 / total;
  const middle = value + squared / 2;
  const reach = Z * Math.sqrt((value * (1 - value)) / total + squared / (4 * total));
  return {
    value,
    low: events === 0 ? 0 : Math.min(value, (middle - reach) / (1 + squared)),
    high: events === total ? 1 : Math.max(value, (middle + reach) / (1 + squared)),
  };
}

/** Newcombe's 95 % interval of the second share minus the first: his method 10, made of two Wilson intervals. */
export function newcombe(first: Counted, second: Counted): Interval {
  const [a, b] = [wilson(first), wilson(second)];
  const value = b.value - a.value;
  return {
    value,
    low: value - Math.hypot(b.value - b.low, a.high - a.value),
    high: value + Math.hypot(b.high - b.value, a.value - a.low),
  };
}
