import { madeOnce } from './made-once.ts';
import { poundsText } from './pounds-text.ts';

const format = madeOnce(() => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 }));

/** A figure as a person would write it into a field: `£1,200`, `12.5%`, `40`. Reading it gives the figure again. */
export function figureText(value: number, unit = ''): string {
  if (unit === '£') return poundsText(value);
  return `${value < 0 ? '−' : ''}${format().format(Math.abs(value))}${unit === '%' ? '%' : ''}`;
}

/** The same inside a sentence, with its unit: `40 people`. */
export const figureWithUnit = (value: number, unit: string): string => {
  const figure = figureText(value, unit);
  return unit === '' || unit === '£' || unit === '%' ? figure : `${figure}\u00a0${unit}`;
};
