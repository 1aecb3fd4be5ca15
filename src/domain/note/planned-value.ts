import { type Day, longDay } from '../day.ts';
import { poundsText } from '../pounds-text.ts';
import { readDay } from '../read-day.ts';
import { readNumber } from '../read-number.ts';
import { MOST_PENCE } from './choices.ts';

/** What a part of a plan was or became, as a value that any language can say. */
export type PlannedValue =
  | { readonly kind: 'money'; readonly pence: number }
  | { readonly kind: 'day'; readonly day: Day };

/** Languages in which apps before this one wrote the words of a day. */
const WRITTEN_IN = ['en-GB', 'cy'];

/**
 * The value of words that were kept without one; `null` where they cannot be read. Only a whole date is one: nobody
 * knows any more what "Friday" was counted from.
 */
export function valueOfWords(kind: PlannedValue['kind'], words: string): PlannedValue | null {
  switch (kind) {
    case 'money': {
      // What counted in those apps still does: they took a figure with "%" for pounds.
      const pounds = readNumber(words.replace(/ ?%\s*$/, ''), '£') ?? Number.NaN;
      return pounds >= 0 && pounds <= poundsOf(MOST_PENCE) ? { kind: 'money', pence: penceOf(pounds) } : null;
    }
    case 'day': {
      if (!/\b\d{4}\b/.test(words)) return null;
      const days = WRITTEN_IN.map((language) => readDay(words, '2026-01-01', language));
      const day = days.find((one) => typeof one === 'string');
      return day === undefined ? null : { kind: 'day', day };
    }
  }
}

/** Pounds. */
export const poundsOf = (pence: number): number => pence / 100;

export const penceOf = (pounds: number): number => Math.round(pounds * 100);

/** As a person reads it. */
const valueWords = (value: PlannedValue, language: string): string =>
  value.kind === 'money' ? poundsText(poundsOf(value.pence)) : longDay(value.day, language);

/** What a deviation says: its value in the language of the reader, or the words as they were written. */
export const plannedWords = (value: PlannedValue | undefined, words: string, language: string): string =>
  isPlanned(value) ? valueWords(value, language) : words;

/** A newer app may have kept a value of another kind, and a file may hold anything. */
export function isPlanned(value: PlannedValue | undefined): value is PlannedValue {
  if (value?.kind === 'money') return Number.isSafeInteger(value.pence) && value.pence >= 0;
  return value?.kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value.day);
}

/** As it is kept beside the value, for apps that know only words and read them as English. */
export const keptWords = (value: PlannedValue): string => valueWords(value, 'en-GB').replaceAll('\u00a0', ' ');
