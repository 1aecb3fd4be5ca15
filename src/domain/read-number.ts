const SCALES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** A sign or a currency, grouped or plain digits, pence; then a scale. What follows may be the unit alone. */
const WRITTEN = /^([-−–+]?)(\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.(\d+))?(k|m|bn| ?(?:thousand|million|billion))?$/;

const POUNDS = /£|pound|gbp/;

/** Units of which a sign is short. A figure with the sign of another one is another figure. */
const SIGNS = [
  ['£', POUNDS],
  ['%', /%|per ?cent/],
] as const;

/**
 * A number as people write it: `−3`, and by its unit `£1,200`, `12.5%`, `£1.2m`, `40 people`. `null`: nothing is written.
 * `undefined`: it cannot be read without guessing, as in `1,2`, `1.200` or `about ten`, or has the sign of another unit.
 */
export function readNumber(text: string, unit = ''): number | null | undefined {
  let plain = text
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .toLowerCase();
  if (plain === '') return null;
  const ending = unit.trim().toLowerCase();
  if (ending !== '' && plain.endsWith(ending)) plain = plain.slice(0, -ending.length).trim();
  for (const [sign, units] of SIGNS) {
    if (!units.test(ending)) continue;
    if (sign === '%' && plain.endsWith(sign)) plain = plain.slice(0, -1).trim();
    if (sign === '£') plain = plain.replace(/^([-−–+]?) ?£ ?/, '$1');
  }
  const match = WRITTEN.exec(plain);
  if (!match) return undefined;
  const [, sign = '', whole, pence, scale = ''] = match;
  if (whole === undefined && pence === undefined) return undefined;
  if (scale === '' && pence !== undefined && mayGroup(whole, pence, POUNDS.test(ending))) return undefined;
  const size = Number(`${(whole ?? '0').replace(/[, ]/g, '')}.${pence ?? '0'}`) * (SCALES[scale.trim()] ?? 1);
  // Scaled decimals keep no noise of binary fractions.
  const value = Number(size.toPrecision(15));
  return sign === '' || sign === '+' || value === 0 ? value : -value;
}

/** Whether the point may be one between thousands, as much of Europe writes it: pounds have no third decimal. */
const mayGroup = (whole = '', decimals: string, isMoney: boolean): boolean =>
  decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && (isMoney || decimals.endsWith('0'));

/** Whether a text is a number but for the sign of another unit. */
export const hasOtherSign = (text: string, unit = ''): boolean =>
  readNumber(text, unit) === undefined &&
  SIGNS.some(([sign]) => text.includes(sign) && typeof readNumber(text, sign) === 'number');

/** How many there are of something; an amount or a rate, not below nothing; any figure. */
export type NumberKind = 'count' | 'amount' | 'figure';

const MOST: Readonly<Record<NumberKind, number>> = { count: 1e12, amount: 1e12, figure: 1e15 };

/** Why a number cannot be one of its kind; `null` where it can. */
export function numberFault(value: number, kind: NumberKind): 'count' | 'below' | 'large' | null {
  if (kind === 'count' && (value <= 0 || !Number.isInteger(value))) return 'count';
  if (kind === 'amount' && value < 0) return 'below';
  return Math.abs(value) > MOST[kind] ? 'large' : null;
}
