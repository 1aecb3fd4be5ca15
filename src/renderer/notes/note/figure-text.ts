const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });
const pounds = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A figure as a person would write it into a field: `£1,200`, `12.5%`, `40`. Reading it gives the figure again. */
export function figureText(value: number, unit = ''): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (unit === '£') {
    const pence = Number.isInteger(size) || !Number.isInteger(Number((size * 100).toPrecision(12)));
    return `${sign}£${pence ? format.format(size) : pounds.format(size)}`;
  }
  return `${sign}${format.format(size)}${unit === '%' ? '%' : ''}`;
}

/** The same inside a sentence, with its unit: `40 people`. */
export const figureWithUnit = (value: number, unit: string): string => {
  const figure = figureText(value, unit);
  return unit === '' || unit === '£' || unit === '%' ? figure : `${figure}\u00a0${unit}`;
};
