import { findAll, GAP, isSaidBefore } from './finding.ts';

const AREAS = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G ' +
    'GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW ' +
    'OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC ' +
    'WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

const POSTCODE = new RegExp(
  `(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][-.])([A-Za-z]{1,2})(\\d[\\dA-Za-z]?)(${GAP}{0,2})(\\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![\\p{L}\\p{N}_]|-\\p{N})`,
  'gu',
);
const SAYS_POSTCODE = /\bpost ?code/i;

export const findPostcodes = findAll('postcode', POSTCODE, (match, text) => {
  const { 1: area = '', 2: district = '', 3: gap = '', 4: inward = '', index } = match;
  if (!AREAS.has(area.toUpperCase()) || !isDistrict(area.toUpperCase(), district.toUpperCase())) return false;
  // `E1 2nd floor`
  if (/(?:st|nd|rd|th)$/.test(inward)) return false;
  if (isSaidBefore(text, index, SAYS_POSTCODE)) return true;
  // `M1 8GB` is a laptop.
  if (area.length === 1 && district.length === 1 && /[GT]B$/i.test(inward)) return false;
  const code = `${area}${district}${inward}`;
  const letters = code.replace(/\d/g, '');
  const isLoud = letters === letters.toUpperCase();
  // What is short and has no gap may be any code.
  if (gap === '') return isLoud && code.length >= 6;
  return isLoud || letters === letters.toLowerCase() || /^[A-Z][a-z]+$/.test(letters);
});

/** The centre of London always has a letter in its districts; elsewhere a letter is one of few. */
function isDistrict(area: string, district: string): boolean {
  if (area === 'EC' || area === 'WC') return /^\d[A-Z]$/.test(district);
  return /^\d[\dABCDEFGHJKMNPRSTUVWXY]?$/.test(district);
}
