import { madeOnce } from './made-once.ts';

const whole = madeOnce(() => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 }));
const pence = madeOnce(() => new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }));

/** Pounds as a person would write them: `£1,200`, `£0.50`, `−£3`. Reading it gives the figure again. */
export function poundsText(pounds: number): string {
  const size = Math.abs(pounds);
  const isWhole = Number.isInteger(size) || !Number.isInteger(Number((size * 100).toPrecision(12)));
  return `${pounds < 0 ? '−' : ''}£${(isWhole ? whole : pence)().format(size)}`;
}
