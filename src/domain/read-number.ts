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

/**
 * A number as people write it: `£1,200`, `12.5%`, `−3`, `£1.2m`, `40 people` where the unit is "people". `null`: nothing
 * is written. `undefined`: it cannot be read without guessing, as in `1,2` or `about ten`.
 */
export function readNumber(text: string, unit = ''): number | null | undefined {
  let plain = text
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .toLowerCase();
  if (plain === '') return null;
  const ending = unit.trim().toLowerCase();
  if (ending !== '' && plain.endsWith(ending)) plain = plain.slice(0, -ending.length).trim();
  else if (plain.endsWith('%')) plain = plain.slice(0, -1).trim();
  plain = plain.replace(/^([-−–+]?) ?£ ?/, '$1');
  const match = WRITTEN.exec(plain);
  if (!match) return undefined;
  const [, sign = '', whole, pence, scale = ''] = match;
  if (whole === undefined && pence === undefined) return undefined;
  const size = Number(`${(whole ?? '0').replace(/[, ]/g, '')}.${pence ?? '0'}`) * (SCALES[scale.trim()] ?? 1);
  // Scaled decimals keep no noise of binary fractions.
  const value = Number(size.toPrecision(15));
  return sign === '' || sign === '+' || value === 0 ? value : -value;
}
