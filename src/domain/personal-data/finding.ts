/** What the scanner knows, in the order of who wins where two lie over each other. */
export const PERSONAL_KINDS = [
  'email',
  'card',
  'bankAccount',
  'drivingLicence',
  'nationalInsurance',
  'passport',
  'taxReference',
  'personNumber',
  'phone',
  'nhsNumber',
  'birthDate',
  'address',
  'postcode',
  'vehicle',
  'internetAddress',
  'handle',
  'name',
] as const;

export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A place in a text that looks like personal data: UTF-16 units from `start` up to, not with, `end`. */
export interface Finding {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Finder = (text: string) => readonly Finding[];

/** Spaces and hyphens that people put between the parts of a number. */
export const GAP = '[ \\u00a0\\u2009\\u202f\\u2010-\\u2013-]';
/** Before and after a number that stands alone: it is no part of a longer number, word, sum of money, version or code. */
export const ALONE = '(?<![\\p{L}\\p{N}_£$€]|[£$€] |\\p{N}[.:/]|[\\p{L}\\p{N}][-/])';
export const ENDS = '(?![\\p{L}\\p{N}_%]|[.:/-]\\p{N}|-\\p{L})';

/**
 * All matches of a pattern that pass a test. What fails is looked at again one sign further on, so that it hides
 * nothing; a pattern must therefore match a bounded number of signs.
 */
export function findAll(
  kind: PersonalKind,
  pattern: RegExp,
  isOne: (match: RegExpExecArray, text: string) => boolean,
): Finder {
  return (text) => {
    const findings: Finding[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [whole] = match;
      if (isOne(match, text)) findings.push({ kind, start: match.index, end: match.index + whole.length, text: whole });
      else pattern.lastIndex = match.index + ((whole.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
    }
    return findings;
  };
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether the words just before a place, in its line or the one above, tell what stands there. */
export const isSaidBefore = (text: string, at: number, pattern: RegExp): boolean =>
  pattern.test(text.slice(Math.max(0, at - 40), at));

/** `00000000`, `1111 1111`: a place holder. */
export const isOneDigit = (digits: string): boolean => new Set(digits).size === 1;
