import type { Say } from '../words/words.ts';

/** The next whole number, but not one more for what is only the noise of binary fractions. */
export const roundedUp = (value: number): number =>
  Number.isFinite(value) ? Math.ceil(value - Math.max(1, Math.abs(value)) * 1e-12) + 0 : value;

/** Rounds to places after the point. */
export const rounded = (value: number, places: number): number => {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale + 0;
};

/** `£2.60`, `£1,250,000`: pence where they count. */
export function moneyWords(say: Say, pounds: number): string {
  const size = Math.abs(pounds);
  return inPounds(say, pounds, size < 1_000 ? toThePenny(size) : rounded(size, 0));
}

/** `£1,130.25`: a sum that somebody spent, set or measured, to the penny, so that no two places show it as two sums. */
export const exactMoneyWords = (say: Say, pounds: number): string =>
  inPounds(say, pounds, toThePenny(Math.abs(pounds)));

/** A unit cost may be less than one. */
const toThePenny = (size: number): number => rounded(size, size < 0.1 ? 4 : 2);

function inPounds(say: Say, pounds: number, shown: number): string {
  const pence = !Number.isInteger(shown);
  return say('calculator.money', {
    sign: pounds < 0 && shown > 0 ? 'minus' : 'none',
    pence: pence ? 'yes' : 'no',
    pounds: shown,
  });
}

/** `12.5%`, with as many figures after the point as are needed, at most four. */
export const shareWords = (say: Say, share: number): string => say('calculator.share', { share });

/** A figure without a unit; `+0.4` and `−3` where the direction is what counts. */
export function figureWords(say: Say, value: number, direction = false): string {
  const sign = value < 0 ? 'minus' : value > 0 && direction ? 'plus' : 'none';
  return say('calculator.figure', { sign, value: Math.abs(value) });
}
