import type { Picture } from '../charts/picture.ts';
import type { Say, WordKey } from '../words/words.ts';
import { moneyWords, rounded, shareWords } from './amounts.ts';
import { breakEven, sentenceOfBreakEven } from './break-even.ts';
import { costPerTransaction, sentenceOfCost } from './cost-per-transaction.ts';
import { daysNeeded, sentenceOfDays } from './days-needed.ts';
import { type CalculatorId, formOf } from './entries.ts';
import { monteCarlo, sentenceOfMonteCarlo } from './monte-carlo.ts';
import { sentenceOfOptimismBias, withOptimismBias } from './optimism-bias.ts';
import { pictureOfDraws, pictureOfWhatIf, picturesOfGroups } from './pictures.ts';
import { isRefused, type Refusal } from './refusal.ts';
import { sentenceOfSmallestMean, smallestMean } from './smallest-mean.ts';
import { sentenceOfSmallestShare, smallestShare } from './smallest-share.ts';
import { sampleForSurvey, sentenceOfSurvey } from './survey.ts';
import { compareGroups, sentenceOfComparison, sentenceOfCounts } from './two-groups.ts';
import { sampleForMeans, sentenceOfMeans } from './two-means.ts';
import { sampleForShares, sentenceOfShares } from './two-shares.ts';
import { type ReadForm, readForm, type Typed, type Unreadable } from './typed.ts';
import { sentenceOfWhatIf, whatIf } from './what-if.ts';

/** What a calculator worked out. */
export interface Answer {
  /** What it is, and the figure: the first is the one that was asked for. */
  readonly figures: readonly (readonly [string, string])[];
  readonly sentence: string;
  readonly pictures: readonly Picture[];
  /** How many are needed in all, where that was asked. */
  readonly sample?: number;
}

/** What the texts of a form come to. */
export function answerTo(id: CalculatorId, typed: Typed, say: Say): Answer | Refusal | Unreadable {
  const read = readForm(formOf(id), typed);
  return 'unreadable' in read ? read : WORK[id](read, say);
}

type Work = (read: ReadForm, say: Say) => Answer | Refusal;

const count = (say: Say, value: number): string => say('calculate.count', { value });
const line = (say: Say, key: WordKey, value: string): readonly [string, string] => [say(key), value];
const told = (sentence: string, ...figures: Answer['figures']): Answer => ({ sentence, figures, pictures: [] });

const WORK: Readonly<Record<CalculatorId, Work>> = {
  shares: ({ figures }, say) => {
    const worked = sampleForShares(figures);
    if (isRefused(worked)) return worked;
    return { ...told(sentenceOfShares(say, worked), ...sampleLines(say, worked)), sample: worked.total };
  },
  means: ({ figures }, say) => {
    const worked = sampleForMeans(figures);
    if (isRefused(worked)) return worked;
    return { ...told(sentenceOfMeans(say, worked), ...sampleLines(say, worked)), sample: worked.total };
  },
  survey: ({ figures }, say) => {
    const worked = sampleForSurvey(figures);
    if (isRefused(worked)) return worked;
    const { needed } = worked;
    return {
      ...told(sentenceOfSurvey(say, worked), line(say, 'calculate.line.answers', count(say, needed))),
      sample: needed,
    };
  },
  smallestShare: ({ figures }, say) => {
    const worked = smallestShare(figures);
    if (isRefused(worked)) return worked;
    const { rise, fall } = worked;
    return told(
      sentenceOfSmallestShare(say, worked),
      // Rounded away from the baseline, as in the sentence: less cannot be found.
      ...(rise === null ? [] : [line(say, 'calculate.line.rise', shareWords(say, Math.ceil(rise * 1e4 - 1e-6) / 1e4))]),
      ...(fall === null
        ? []
        : [line(say, 'calculate.line.fall', shareWords(say, Math.floor(fall * 1e4 + 1e-6) / 1e4))]),
    );
  },
  smallestMean: ({ figures }, say) => {
    const worked = smallestMean(figures);
    if (isRefused(worked)) return worked;
    const value = Number(worked.difference.toPrecision(3));
    return told(sentenceOfSmallestMean(say, worked), line(say, 'calculate.line.difference', count(say, value)));
  },
  days: ({ figures }, say) => {
    const worked = daysNeeded(figures);
    if (isRefused(worked)) return worked;
    return told(sentenceOfDays(say, worked), line(say, 'calculate.line.days', count(say, worked.days)));
  },
  groups: ({ figures }, say) => {
    const worked = compareGroups(figures);
    if ('counts' in worked) {
      const of = ({ events, total }: { events: number; total: number }) => say('calculate.ofAll', { events, total });
      return told(
        sentenceOfCounts(say, worked),
        line(say, 'calculate.groupA', of(worked.counts.first)),
        line(say, 'calculate.groupB', of(worked.counts.second)),
      );
    }
    if (isRefused(worked)) return worked;
    const { shares, difference, p } = worked;
    const points = (value: number) => say('calculate.points', pointsOf(value));
    return {
      sentence: sentenceOfComparison(say, worked),
      figures: [
        line(say, 'calculate.line.gap', points(difference.value)),
        line(say, 'calculate.line.gapLow', points(difference.low)),
        line(say, 'calculate.line.gapHigh', points(difference.high)),
        line(say, 'calculate.groupA', shareWords(say, rounded(shares.first.value, 4))),
        line(say, 'calculate.groupB', shareWords(say, rounded(shares.second.value, 4))),
        line(say, 'calculate.line.p', say('calculate.p', { rare: p < 0.001 ? 'yes' : 'no', p })),
      ],
      pictures: picturesOfGroups(say, worked),
    };
  },
  cost: ({ figures }, say) => {
    // It works with what is not known yet, but nobody asked before both fields are filled.
    if (figures.totalCost === null) return { refused: 'missing', field: 'totalCost' };
    if (figures.transactions === null) return { refused: 'missing', field: 'transactions' };
    const worked = costPerTransaction(figures);
    if (isRefused(worked)) return worked;
    const { pounds } = worked;
    return told(
      sentenceOfCost(say, worked),
      ...(pounds === null ? [] : [line(say, 'calculate.line.each', moneyWords(say, pounds))]),
    );
  },
  whatIf: ({ figures, rows }, say) => {
    const asked = { ...figures, channels: rows };
    const worked = whatIf(asked);
    if (isRefused(worked)) return worked;
    const cases = [
      ['low', worked.low],
      ['central', worked.central],
      ['high', worked.high],
    ] as const;
    return {
      sentence: sentenceOfWhatIf(say, worked),
      figures: cases.flatMap(([which, { yearlySaving, paybackMonth }]) => [
        [say('calculate.line.saving', { which }), moneyWords(say, yearlySaving)] as const,
        [
          say('calculate.line.payback', { which }),
          say('calculate.payback', { ends: paybackMonth === null ? 'no' : 'yes', month: paybackMonth ?? 0 }),
        ] as const,
      ]),
      pictures: [pictureOfWhatIf(say, asked, worked)],
    };
  },
  breakEven: ({ figures }, say) => {
    const worked = breakEven(figures);
    if (isRefused(worked)) return worked;
    return told(
      sentenceOfBreakEven(say, worked),
      line(say, 'calculate.line.breakEven', count(say, worked.transactions)),
    );
  },
  optimism: ({ figures }, say) => {
    const worked = withOptimismBias(figures);
    if (isRefused(worked)) return worked;
    return told(
      sentenceOfOptimismBias(say, worked),
      line(say, 'calculate.line.planWith', moneyWords(say, worked.pounds)),
      line(say, 'calculate.line.added', moneyWords(say, worked.added)),
    );
  },
  draws: ({ rows }, say) => {
    const worked = monteCarlo(rows);
    if (isRefused(worked)) return worked;
    return {
      sentence: sentenceOfMonteCarlo(say, worked),
      figures: [
        line(say, 'calculate.line.p50', moneyWords(say, worked.p50)),
        line(say, 'calculate.line.p10', moneyWords(say, worked.p10)),
        line(say, 'calculate.line.p90', moneyWords(say, worked.p90)),
      ],
      pictures: [pictureOfDraws(say, worked)],
    };
  },
};

const sampleLines = (say: Say, { perGroup, total }: { perGroup: number; total: number }) => [
  line(say, 'calculate.line.perGroup', count(say, perGroup)),
  line(say, 'calculate.line.total', count(say, total)),
];

const pointsOf = (value: number) => ({
  sign: value < 0 ? 'minus' : value > 0 ? 'plus' : 'none',
  value: Math.abs(rounded(value * 100, 2)),
});
