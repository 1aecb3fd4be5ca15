import type { Say } from '../words/words.ts';
import { moneyWords, roundedUp, shareWords } from './amounts.ts';
import { type Asked, check, count, type Given, notNegative, part } from './check.ts';
import { isRefused, type Refusal } from './refusal.ts';

type ChannelFields = 'unitCost' | 'shareNow' | 'shareThen';
type WhatIfFields = 'yearlyTransactions' | 'oneOffCost' | 'takeUpLow' | 'takeUp' | 'takeUpHigh';

/** A way in which people do it: what one transaction costs there, its share now, its share if all goes to plan. */
type ChannelAsked = Asked<ChannelFields> & { readonly name: string };

/** `takeUp` is the part of the planned move between channels that really happens: three guesses of it. */
export type WhatIfAsked = Asked<WhatIfFields> & { readonly channels: readonly ChannelAsked[] };

interface WhatIfCase {
  readonly takeUp: number;
  /** Pounds for one transaction, on average. */
  readonly unitCost: number;
  /** Pounds a year; below 0 it costs more than today. */
  readonly yearlySaving: number;
  /** The month in which the savings have paid the one-off cost, from 1; 0 where there is none, `null` for never. */
  readonly paybackMonth: number | null;
}

export interface WhatIf {
  readonly given: Given<WhatIfFields> & {
    readonly channels: readonly (Given<ChannelFields> & { readonly name: string })[];
  };
  /** Pounds for one transaction today, on average. */
  readonly unitCostNow: number;
  readonly low: WhatIfCase;
  readonly central: WhatIfCase;
  readonly high: WhatIfCase;
}

export const MOST_CHANNELS = 20;
/** Shares in whole per cent that were rounded still make a whole. */
const SLACK = 0.0101;

export function whatIf({ channels: rows, ...asked }: WhatIfAsked): WhatIf | Refusal {
  const checked = check(asked, {
    yearlyTransactions: count,
    oneOffCost: notNegative,
    takeUpLow: part,
    takeUp: part,
    takeUpHigh: part,
  });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  if (given.takeUpLow > given.takeUp) return { refused: 'not-in-order', field: 'takeUp' };
  if (given.takeUp > given.takeUpHigh) return { refused: 'not-in-order', field: 'takeUpHigh' };
  if (rows.length === 0) return { refused: 'list-empty', field: 'channels' };
  if (rows.length > MOST_CHANNELS) return { refused: 'list-too-long', field: 'channels' };

  const channels: WhatIf['given']['channels'][number][] = [];
  for (const [at, { name, ...row }] of rows.entries()) {
    const channel = check(row, { unitCost: notNegative, shareNow: part, shareThen: part }, at + 1);
    if (isRefused(channel)) return channel;
    channels.push({ name, ...channel.given });
  }
  for (const field of ['shareNow', 'shareThen'] as const) {
    const whole = channels.reduce((sum, channel) => sum + channel[field], 0);
    if (Math.abs(whole - 1) > SLACK) return { refused: 'mix-not-whole', field };
  }

  const unitCostNow = average(channels, 'shareNow');
  const unitCostThen = average(channels, 'shareThen');
  const at = (takeUp: number): WhatIfCase => {
    const unitCost = unitCostNow + takeUp * (unitCostThen - unitCostNow);
    const yearlySaving = given.yearlyTransactions * takeUp * (unitCostNow - unitCostThen) + 0;
    return { takeUp, unitCost, yearlySaving, paybackMonth: paybackMonth(given.oneOffCost, yearlySaving) };
  };
  return {
    given: { ...given, channels },
    unitCostNow,
    low: at(given.takeUpLow),
    central: at(given.takeUp),
    high: at(given.takeUpHigh),
  };
}

/** Divided by the shares' own sum, so that rounded shares do not make money. */
function average(channels: readonly Given<ChannelFields>[], field: 'shareNow' | 'shareThen'): number {
  const whole = channels.reduce((sum, channel) => sum + channel[field], 0);
  return channels.reduce((sum, channel) => sum + channel[field] * channel.unitCost, 0) / whole;
}

function paybackMonth(oneOffCost: number, yearlySaving: number): number | null {
  if (oneOffCost === 0) return 0;
  // A saving below a penny a year is the noise of binary fractions.
  return yearlySaving < 0.01 ? null : roundedUp((oneOffCost * 12) / yearlySaving);
}

export function sentenceOfWhatIf(say: Say, { given, unitCostNow, low, central, high }: WhatIf): string {
  const mix = given.channels.map((channel) =>
    say('calculator.whatIf.channel', {
      name: channel.name.trim() === '' ? say('calculator.whatIf.nameless') : channel.name.trim(),
      unitCost: moneyWords(say, channel.unitCost),
      shareNow: shareWords(say, channel.shareNow),
      shareThen: shareWords(say, channel.shareThen),
    }),
  );
  return [
    say('calculator.whatIf.sentence', {
      transactions: given.yearlyTransactions,
      unitCostNow: moneyWords(say, unitCostNow),
      oneOffCost: moneyWords(say, given.oneOffCost),
      mix: mix.join('; '),
    }),
    caseWords(say, 'central', central),
    caseWords(say, 'low', low),
    caseWords(say, 'high', high),
    say('calculator.whatIf.meaning'),
    say('calculator.whatIf.rule'),
  ].join(' ');
}

function caseWords(say: Say, which: 'low' | 'central' | 'high', one: WhatIfCase): string {
  const { takeUp, unitCost, yearlySaving, paybackMonth: month } = one;
  return say('calculator.whatIf.case', {
    which,
    takeUp: shareWords(say, takeUp),
    unitCost: moneyWords(say, unitCost),
    amount: moneyWords(say, Math.abs(yearlySaving)),
    change: Math.abs(yearlySaving) < 0.01 ? 'none' : yearlySaving > 0 ? 'saves' : 'costs',
    payback: month === null ? 'never' : month === 0 ? 'none' : 'month',
    month: month ?? 0,
  });
}
