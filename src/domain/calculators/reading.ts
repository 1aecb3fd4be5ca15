import type { Say } from '../words/words.ts';
import { figureWords, moneyWords, shareWords } from './amounts.ts';

/** What a figure counts: a part of a whole, pounds, a number of cases, anything else. */
export type FigureKind = 'share' | 'money' | 'count' | 'figure';

/** What somebody typed. `null` is an empty field; `unreadable` holds letters, or a comma that parts no thousands. */
export type Reading = number | null | 'unreadable';

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?$/;
const RATIO = /^(\d+(?:\.\d+)?)(?:in|of|outof|\/)(\d+(?:\.\d+)?)$/;
const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/**
 * Reads a figure as people write it: `10%`, `0.1`, `1 in 10`, `£1,200`, `1.2m`, `−5`. A share without a sign is a
 * part below 1 and per cent from 1 on: 0.1 and 10 are both 10%.
 */
export function readFigure(text: string, kind: FigureKind): Reading {
  // Spaces of every width, and the signs that pages and word processors write for minus.
  const bare = text.replace(/\s/gu, '').replace(/[−–]/g, '-').toLowerCase();
  if (bare === '') return null;
  const ratio = kind === 'share' ? RATIO.exec(bare) : null;
  if (ratio) return Number(ratio[2]) === 0 ? 'unreadable' : Number(ratio[1]) / Number(ratio[2]);

  const [, minus = '', amount = '', scale = '', sign = ''] =
    /^(-?)£?([\d.,]+)([a-z]*)(%|percent|)$/.exec(bare.replace(/^£-/, '-£').replace(/percent$/, '%')) ?? [];
  const isShare = kind === 'share';
  if (!NUMBER.test(amount) || !/\d/.test(amount)) return 'unreadable';
  if (bare.includes('£') && kind !== 'money') return 'unreadable';
  if (sign !== '' && !isShare) return 'unreadable';
  const times = scale === '' ? 1 : isShare ? undefined : TIMES[scale];
  if (times === undefined) return 'unreadable';
  // Digits are moved by the words of a number, so that 1.1m is 1100000 to the penny.
  const value = Number(`${amount.replaceAll(',', '')}e${Math.log10(times)}`);
  const signed = minus === '-' ? -value : value;
  if (!isShare) return signed + 0;
  return (
    (sign !== '' || value >= 1 ? Number(`${amount.replaceAll(',', '')}e-2`) * (minus === '-' ? -1 : 1) : signed) + 0
  );
}

/** A figure that was read, in its own words: 10%, £1,200, 3,841. */
export function figureOf(say: Say, value: number, kind: FigureKind): string {
  if (kind === 'share') return shareWords(say, value);
  return kind === 'money' ? moneyWords(say, value) : figureWords(say, value);
}

/** How a figure was read, where that does not stand in the field already; `null` otherwise. */
export function readAs(say: Say, text: string, kind: FigureKind): string | null {
  const value = readFigure(text, kind);
  if (value === null || value === 'unreadable') return null;
  const words = figureOf(say, value, kind);
  const plain = (one: string) => one.replace(/[£,\s]/gu, '').replace(/[−–]/g, '-');
  return plain(words) === plain(text) ? null : words;
}
