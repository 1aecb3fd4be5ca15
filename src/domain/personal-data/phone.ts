import { ALONE, digitsOf, findAll, isOneDigit } from './finding.ts';

const GAPS = '[ \\u00a0\\u2009\\u202f.()\\u2010-\\u2013-]{0,3}';

/** +44, 0044 or 0, then ten digits. The groups they stand in are looked at afterwards. */
const NUMBER = new RegExp(
  `${ALONE}(?<!\\+)(?:(?:\\((?=\\+44\\)))?(?:\\+|00)${GAPS}44\\)?(?:${GAPS}0)?|(?:\\((?=0\\d{1,5}\\)))?0)(?:${GAPS}\\d){10}(?![\\p{L}\\p{N}_%]|\\.\\d)`,
  'gu',
);

/** Geographic, UK-wide, corporate, mobile, freephone and premium numbers, without the leading 0. */
const IN_USE = /^(?:1[1-9]|2[03489]|3[0347]|5[56]|7[0-9]|8[047]|9[018])/;

/** Ranges that are kept for films and examples. */
const MADE_UP =
  /^(?:1632|7700900|(?:11[3-8]|121|131|141|151|161)4960|1914980|2079460|2896496|2920180|3069990|8081570|9098790)/;

export const findPhones = findAll('phone', NUMBER, ([written]) => isPhone(written));

function isPhone(written: string): boolean {
  const abroad = /^(?:\(?\+|00)[^\d]*44/.test(written);
  const groups = written
    .replace(/^(?:\(?\+|00)[^\d]*44/, '')
    .split(/\D+/)
    .filter((group) => group !== '');
  const own = abroad && /^0?$/.test(groups[0] ?? '') ? groups.slice(1) : groups;
  const number = digitsOf(own.join('')).replace(/^0/, '');
  return (
    number.length === 10 &&
    IN_USE.test(number) &&
    !MADE_UP.test(number) &&
    !isOneDigit(number.slice(3)) &&
    areGroups(own, abroad)
  );
}

/** `020 7946 0123`, not `01-11-2026 123`: an area code first, and no single digits. */
function areGroups(groups: readonly string[], abroad: boolean): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return true;
  return (
    first.length >= (abroad ? 2 : 3) && first.length <= 6 && rest.length <= 4 && rest.every(({ length }) => length >= 2)
  );
}

/** + and a country that is not this one, then seven to twelve figures in groups. */
const ABROAD =
  /(?<![\p{L}\p{N}_+.])(?:\+|00)(?!44)(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d{2})[ \u00a0.-]?(?:\(0?\d{0,4}\)[ \u00a0.-]?)?\d{1,5}(?:[ \u00a0.-]?\d{2,5}){1,4}(?![\p{L}\p{N}_%]|[.,]\d)/gu;
/** North America keeps 555-01xx for films. */
const FILMS = /^1\d{3}555\d{4}$/;

export const findPhonesAbroad = findAll('phone', ABROAD, ([written]) => {
  const digits = digitsOf(written).replace(/^00/, '');
  return digits.length >= 9 && digits.length <= 15 && !FILMS.test(digits) && !isOneDigit(digits.slice(3));
});
