import { sumNow } from './plan-now.ts';
import type { Note } from './record/note.ts';

/** How much of the cap is spent, pounds. `share` is `null` without a cap above nothing. */
export interface CostMeter {
  readonly spent: number;
  readonly cap: number | null;
  readonly share: number | null;
  /** From 80 % of the cap it is near, from the whole cap it is reached: then a stop is offered. */
  readonly level: 'within' | 'near' | 'reached';
}

const NEAR = 0.8;

export function costMeter({ costs, costCap, deviations }: Pick<Note, 'costs' | 'costCap' | 'deviations'>): CostMeter {
  const cap = sumNow({ costCap, deviations }, 'costCap');
  // Pence, so that ten times 10p is a pound.
  const spent = costs.reduce((sum, { pounds }) => sum + Math.round((pounds ?? 0) * 100), 0) / 100;
  const share = cap === null || cap === 0 ? null : spent / cap;
  const over = cap !== null && spent >= cap && spent > 0;
  return { spent, cap, share, level: over ? 'reached' : share !== null && share >= NEAR ? 'near' : 'within' };
}
