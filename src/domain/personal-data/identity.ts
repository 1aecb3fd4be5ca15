import { ALONE, digitsOf, ENDS, findAll, GAP, isOneDigit, isSaidBefore } from './finding.ts';

/** Two letters, six digits, a letter. QQ, which every example uses, is no prefix. */
const INSURANCE = new RegExp(
  `${ALONE}(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:(?:[ \\u00a0.-]?\\d\\d){3}|${GAP}?\\d{3}${GAP}?\\d{3})(?:(?:${GAP}|\\.)?[A-D])?${ENDS}`,
  'giu',
);
const SAYS_INSURANCE = /\b(?:NI(?:NO)?\b|national insurance|insurance n)/i;

/** Without its last letter it could be any code, unless the words before it say what it is. */
export const findInsuranceNumbers = findAll(
  'nationalInsurance',
  INSURANCE,
  ({ 0: written, index }, text) => /[a-d]$/i.test(written) || isSaidBefore(text, index, SAYS_INSURANCE),
);

const NHS = new RegExp(`${ALONE}\\d{3}(${GAP}?)\\d{3}\\1\\d{4}${ENDS}`, 'gu');
const SAYS_NHS = /\b(?:NHS|CHI|H&C|health(?: and care)? n|patient|hospital n)/i;
const SAYS_BOOK = /\bISBN|\bdoi\b/i;

export const findNhsNumbers = findAll('nhsNumber', NHS, (match, text) => {
  const { 0: written, 1: gap = '', index } = match;
  const digits = digitsOf(written);
  // 999 is kept for tests; an ISBN has the same check digit.
  if (!isNhsChecked(digits) || digits.startsWith('999') || isOneDigit(digits) || isSaidBefore(text, index, SAYS_BOOK))
    return false;
  if (isSaidBefore(text, index, SAYS_NHS)) return true;
  // Alone, spaces tell it from a phone number abroad, and the ranges in use from a count of seconds.
  return /^\s$/.test(gap) || (gap === '' && /^[4679]/.test(digits));
});

/** Ten digits, the last of which is a check digit modulo 11. */
function isNhsChecked(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** Name, decade, month (and 50 for a woman), day, year, initials, check signs. */
const LICENCE = new RegExp(
  `${ALONE}(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)${GAP}?\\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\\d|3[01])\\d${GAP}?[A-Z][A-Z9][A-Z\\d][A-Z]{2}${ENDS}`,
  'giu',
);

export const findLicences = findAll('drivingLicence', LICENCE, () => true);
