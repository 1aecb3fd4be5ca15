import { ALONE, digitsOf, ENDS, findAll, isOneDigit, isSaidBefore } from './finding.ts';

const PASSPORT = new RegExp(
  `${ALONE}(?:\\d{9}|\\d{3}[ \\u00a0]\\d{3}[ \\u00a0]\\d{3}|[A-Z]{1,2}\\d{6,8})${ENDS}`,
  'giu',
);
const SAYS_PASSPORT = /\bpassport|\bpasbort|\bvisa n|\bidentity card|\bBRP\b|residence permit/i;

/** Nine figures could be anything, unless the words before them say what they are. */
export const findPassports = findAll(
  'passport',
  PASSPORT,
  ({ 0: written, index }, text) => !isOneDigit(digitsOf(written)) && isSaidBefore(text, index, SAYS_PASSPORT),
);

const TAX = new RegExp(`${ALONE}\\d{5}[ \\u00a0]?\\d{5}K?${ENDS}`, 'gu');
const SAYS_TAX = /\bUTR\b|unique tax|\btax(?:payer)? (?:ref|n|id)|self[- ]assessment/i;

export const findTaxReferences = findAll(
  'taxReference',
  TAX,
  ({ 0: written, index }, text) => !isOneDigit(digitsOf(written)) && isSaidBefore(text, index, SAYS_TAX),
);

/**
 * A number that one body gives to one person. What it is stands just before it.
 * Bounded: a word, at most two more, and a sign.
 */
const PERSON_NUMBER =
  /(?=[A-Z]{0,4}[-/]?\d)(?<=(?<!\p{L})(?:staff|employee|payroll|personnel|service|warrant|pupil|student|candidate|learner|customer|client|claimant|claim|patient|hospital|resident|tenant|tenancy|council tax|prisoner|prison|offender|PNC|CRN|inmate|membership|member|library card|Oyster|user|applicant|application|case|licence|loyalty card|blue badge|UPN|ULN|home office|HO|crime)(?: (?:account|card))? ?(?:no\.?|numbers?|num|ID|ref(?:erence)?(?: (?:no\.?|number))?|#)?[ \t]{0,2}(?:[:#=|-]|is|was)?[ \t]{0,2}#?)(?=[A-Z\d/-]{0,12}\d{3})[A-Z]{0,4}[-/]?\d[A-Z\d/-]{2,15}(?![\p{L}\p{N}_%])/giu;
const SAYS_NUMBER =
  /(?:\bno\.?|numbers?|num|\bID|ref(?:erence)?|#|\bUPN|\bULN|\bPNC|\bCRN)[ \t]{0,2}(?:[:#=|-]|is|was)?[ \t]{0,2}#?$/i;

export const findPersonNumbers = findAll('personNumber', PERSON_NUMBER, ({ 0: written, index }, text) => {
  const digits = digitsOf(written);
  if (isOneDigit(digits) || digits.length < 4 || /^(?:19|20)\d\d(?:[-/]\d+)*$/.test(written)) return false;
  return isSaidBefore(text, index, SAYS_NUMBER);
});

const IBAN =
  /(?<![\p{L}\p{N}_])[A-Z]{2}\d\d(?:[ \u00a0]?[A-Z\d]{4}){2,7}(?:[ \u00a0]?[A-Z\d]{1,3})?(?![\p{L}\p{N}_])/giu;

/** Checked as ISO 13616 says: letters as numbers, the first four signs last, modulo 97 is 1. */
export const findIbans = findAll('bankAccount', IBAN, ([written]) => {
  const signs = written.replace(/[ \u00a0]/g, '').toUpperCase();
  if (signs.length < 15 || signs.length > 34) return false;
  const turned = signs.slice(4) + signs.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
});

const ALONE_ACCOUNT = new RegExp(`${ALONE}(?:\\d{8}|\\d\\d([ \\u00a0-]?)\\d\\d\\1\\d\\d)${ENDS}`, 'gu');
const SAYS_ACCOUNT =
  /(?:\baccount|\bacc(?:t)?\.?|\ba\/c) ?(?:no\.?|numbers?|num)?[ \t]{0,2}(?:[:#=|-]|is)?[ \t]{0,2}$/i;
const SAYS_SORT = /\bsort ?code[ \t]{0,2}(?:[:#=|-]|is)?[ \t]{0,2}$/i;

/** One half of an account alone, if the words just before it say which. */
export const findHalfAccounts = findAll('bankAccount', ALONE_ACCOUNT, ({ 0: written, index }, text) => {
  if (isOneDigit(digitsOf(written))) return false;
  return isSaidBefore(text, index, digitsOf(written).length === 8 ? SAYS_ACCOUNT : SAYS_SORT);
});

const HANDLE =
  /(?=@)(?<=(?<!\p{L})(?:twitter|instagram|insta|telegram|tiktok|snapchat|bluesky|threads|mastodon|skype|facebook|whatsapp|linkedin|slack)(?: (?:handle|name|account|profile|user|id))?[ \t]{0,2}(?:[:=|(-]|is|as|at)?[ \t]{0,2})@[\p{L}\p{N}_.-]{2,40}/giu;
const PROFILE =
  /(?<![\p{L}\p{N}_])(?:linkedin\.com\/in|facebook\.com\/profile\.php\?id=|instagram\.com|t\.me)\/?[\p{L}\p{N}_.%=-]{3,60}/giu;
const isPerson = (): boolean => true;

export const findHandles = findAll('handle', HANDLE, isPerson);
export const findProfiles = findAll('handle', PROFILE, isPerson);
