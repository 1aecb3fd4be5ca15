import { findAll, isSaidBefore } from './finding.ts';

const WORD = "\\p{Lu}[\\p{L}'’-]{1,24}";
/** One house, or several together. */
const NUMBER = '\\d{1,4}[A-Za-z]?(?:[-–]\\d{1,4}[A-Za-z]?)?';
const KINDS =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Gardens|Gdns|Terrace|Crescent|Cres|Way|Place|Court|Grove|Hill|Row|Mews|Walk|' +
  'Parade|Rise|Croft|Green|View|Wharf|Square|Parc';
const ENGLISH = `${NUMBER},? (?:(?:St\\.? )?${WORD} ){1,3}(?:${KINDS}|STREET|ROAD|AVENUE|LANE|DRIVE|CRESCENT|TERRACE)`;
const WELSH = `\\d{1,4}[A-Za-z]?,? (?:Heol|Stryd|Ffordd|Lôn|Maes|Rhodfa|Clos|Rhes|Bryn|Cae|Tan)(?: y| yr)? ${WORD}`;
const FLAT = `(?:Flat|Apartment|Apt|Fflat) \\d{1,4}[A-Za-z]?,? (?:\\d{1,4}[A-Za-z]? )?(?:${WORD} ?){1,4}`;
const ADDRESS = new RegExp(`(?<![\\p{L}\\p{N}_£$€.,/-])(?:${FLAT}|${WELSH}|${ENGLISH})(?![\\p{L}\\p{N}_])`, 'gu');

/** Where everybody knows who sits. */
const PUBLIC = /^(?:10|11|12) Downing Street$|Whitehall|^\d+ Victoria Street$|^1 Horse Guards/;

/** The number and street of a home. An address of an office looks the same: a person says that it is not personal. */
export const findAddresses = findAll('address', ADDRESS, ([written]) => !PUBLIC.test(written));

const VEHICLE =
  /(?<![\p{L}\p{N}_£$€]|[\p{L}\p{N}][-./])(?:[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-7]\d)[ \u00a0]?[A-HJ-PR-Z]{3}|[A-Z]\d{1,3}[ \u00a0]?[A-Z]{3}|[A-Z]{3}[ \u00a0]?\d{1,4}|[A-Z]{3}[ \u00a0]?\d{1,3}[A-Z])(?![\p{L}\p{N}_]|[-/.]\p{N})/gu;
const NOW = /^[A-Z]{2}\d\d[ \u00a0]?[A-Z]{3}$/;
const SAYS_VEHICLE =
  /\b(?:reg(?:istration)?(?: (?:no|number|plate|mark))?\b|number ?plate|VRM\b|VRN\b|licence plate|(?:car|van|vehicle|motorbike|lorry)\b)/i;

/** The form of today with its space is one by itself; older ones and those without a space need a word before them. */
export const findVehicles = findAll('vehicle', VEHICLE, ({ 0: written, index }, text) => {
  if (isSaidBefore(text, index, SAYS_VEHICLE)) return true;
  return NOW.test(written) && /[ \u00a0]/.test(written) && !/\b(?:PPN|ISO|BS|CVE)\b/.test(written);
});

const IP =
  /(?<![\p{L}\p{N}_.:])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![\p{L}\p{N}_:]|\.\d)/giu;
const SAYS_IP = /\bIP\b|\bIPv[46]\b|logged in from|visitor|signed in from|came from/i;
/** Private, documentation and loopback addresses, and netmasks. */
const NOBODY =
  /^(?:0|10|127|255|224|169\.254|192\.168|192\.0\.[02]|198\.51\.100|203\.0\.113|172\.(?:1[6-9]|2\d|3[01])|1\.1\.1\.1|8\.8\.(?:8\.8|4\.4))(?:\.|$)|^2001:0?db8/i;

export const findInternetAddresses = findAll(
  'internetAddress',
  IP,
  ({ 0: written, index }, text) =>
    !NOBODY.test(written) &&
    written.split('.').every((part) => part.includes(':') || Number(part) < 256) &&
    isSaidBefore(text, index, SAYS_IP),
);
