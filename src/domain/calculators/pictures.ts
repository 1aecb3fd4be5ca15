import type { DifferencePicture } from '../charts/difference.ts';
import type { GroupsPicture } from '../charts/groups.ts';
import type { TornadoPicture } from '../charts/tornado.ts';
import type { Say } from '../words/words.ts';
import { rounded, shareWords } from './amounts.ts';
import type { Interval } from './intervals.ts';
import type { Drawn } from './monte-carlo.ts';
import { isRefused } from './refusal.ts';
import type { Comparison } from './two-groups.ts';
import { type WhatIf, type WhatIfAsked, whatIf } from './what-if.ts';

/** Hundredths with two places: as near as anybody reads a picture. */
const percent = ({ value, low, high }: Interval) => ({
  value: rounded(value * 100, 2),
  low: rounded(low * 100, 2),
  high: rounded(high * 100, 2),
});
const pence = (pounds: number): number => rounded(pounds, 2);

/** The shares of both groups, and the way from the first to the second. */
export function picturesOfGroups(say: Say, compared: Comparison): readonly [GroupsPicture, DifferencePicture] {
  const { first, second, shares, difference } = compared;
  const of = say('calculate.picture.share');
  const [a, b] = [say('calculate.groupA'), say('calculate.groupB')];
  return [
    {
      kind: 'groups',
      of,
      unit: '%',
      rows: [
        { name: a, ...percent(shares.first), n: first.total, exploratory: false },
        { name: b, ...percent(shares.second), n: second.total, exploratory: false },
      ],
      goal: null,
    },
    {
      kind: 'difference',
      of,
      unit: '%',
      from: a,
      rows: [{ name: b, ...percent(difference), n: null, exploratory: false }],
      goal: null,
    },
  ];
}

/** The middle of the totals, with what one in ten lies below and above. */
export const pictureOfDraws = (say: Say, { p10, p50, p90 }: Drawn): GroupsPicture => ({
  kind: 'groups',
  of: say('calculate.picture.total'),
  unit: '£',
  rows: [
    {
      name: say('calculate.picture.middle'),
      value: pence(p50),
      low: pence(p10),
      high: pence(p90),
      n: null,
      exploratory: false,
    },
  ],
  goal: null,
});

const LOWER = 0.9;
const HIGHER = 1.1;

/** Take-up over its three cases, and every other amount a tenth lower and higher, one at a time. */
export function pictureOfWhatIf(say: Say, asked: WhatIfAsked, { given, low, central, high }: WhatIf): TornadoPicture {
  const savingWith = (change: Partial<WhatIfAsked>): number => {
    const worked = whatIf({ ...asked, ...change });
    return isRefused(worked) ? central.yearlySaving : worked.central.yearlySaving;
  };
  const dearer = (at: number, times: number) => ({
    channels: given.channels.map((channel, place) =>
      place === at ? { ...channel, unitCost: channel.unitCost * times } : channel,
    ),
  });
  const many = (times: number) => ({ yearlyTransactions: Math.round(given.yearlyTransactions * times) });
  return {
    kind: 'tornado',
    of: say('calculate.picture.saving'),
    unit: '£',
    base: pence(central.yearlySaving),
    rows: [
      {
        name: say('calculate.picture.takeUp', {
          low: shareWords(say, given.takeUpLow),
          high: shareWords(say, given.takeUpHigh),
        }),
        low: pence(low.yearlySaving),
        high: pence(high.yearlySaving),
      },
      {
        name: say('calculate.picture.transactions'),
        low: pence(savingWith(many(LOWER))),
        high: pence(savingWith(many(HIGHER))),
      },
      ...given.channels.map(({ name }, at) => ({
        name: say('calculate.picture.unitCost', {
          name: name.trim() === '' ? say('calculator.whatIf.nameless') : name.trim(),
        }),
        low: pence(savingWith(dearer(at, LOWER))),
        high: pence(savingWith(dearer(at, HIGHER))),
      })),
    ],
  };
}
