import { ALONE, digitsOf, ENDS, findAll, isSaidBefore } from './finding.ts';

/** In fours, as American Express writes it, or plain. */
const CARD = new RegExp(
  `${ALONE}(?:(?:\\d{4}[ \\u00a0-]){3}\\d{4}|\\d{4}[ \\u00a0-]\\d{6}[ \\u00a0-]\\d{4,5}|\\d{13,19})${ENDS}`,
  'gu',
);
const ISSUERS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^(?:6011|65\d{2}|64[4-9]\d)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}$/,
];

export const findCards = findAll('card', CARD, ([written]) => {
  const digits = digitsOf(written);
  return ISSUERS.some((issuer) => issuer.test(digits)) && isLuhn(digits);
});

/** From the right, every second digit doubled, the sum divides by ten. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const SORT = '\\d\\d([ \\u00a0\\u2010-\\u2013-]?)\\d\\d\\1\\d\\d(?!\\d)';
const BETWEEN = '[^\\d\\n]{0,40}(?:\\n[^\\d\\n]{0,40})?';
const SORT_FIRST = new RegExp(`${ALONE}${SORT}${BETWEEN}(?<!\\d)\\d{8}${ENDS}`, 'gu');
const ACCOUNT_FIRST = new RegExp(`${ALONE}\\d{8}(?!\\d)${BETWEEN}(?<!\\d)${SORT}${ENDS}`, 'gu');
const SAYS_BANK = /sort ?code|\baccount\b|\bacc(?:t|ount)? ?(?:no|num)|\ba\/c\b|\bbank\b/i;

export const findSortCodeFirst = findAll('bankAccount', SORT_FIRST, (match, text) =>
  isAccount(match, text, match[0].slice(0, 8)),
);
export const findAccountFirst = findAll('bankAccount', ACCOUNT_FIRST, (match, text) =>
  isAccount(match, text, match[0].slice(-8)),
);

/** Without a word for it, only hyphens show a sort code, and a date shows none. */
function isAccount({ 0: whole, 1: gap = '', index }: RegExpExecArray, text: string, sort: string): boolean {
  if (SAYS_BANK.test(whole) || isSaidBefore(text, index, SAYS_BANK)) return true;
  const between = whole.replace(/^[\d-]+|[\d-]+$/g, '');
  return gap === '-' && !isDate(sort) && /^[\s|,;:/]{1,6}$/.test(between);
}

function isDate(code: string): boolean {
  const [first = 0, second = 0, third = 0] = code.split(/\D/).map(Number);
  const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return isDay(first, second) || isDay(second, first) || isDay(third, second);
}
