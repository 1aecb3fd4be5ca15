import type { Say } from '../words/words.ts';
import { rounded, roundedUp, shareWords } from './amounts.ts';
import { type Asked, check, confidence, type Given, MOST_CASES, share, size } from './check.ts';
import { quantile } from './normal.ts';
import { isRefused, type Refusal } from './refusal.ts';

type SurveyFields = 'expected' | 'margin' | 'confidence';

/** A share to be estimated to within `margin` either way. `population` is `null` where it is very large or not known. */
export type SurveyAsked = Asked<SurveyFields | 'population'>;

export interface SurveySample {
  readonly given: Given<SurveyFields> & { readonly population: number | null };
  readonly needed: number;
}

/** How many answers estimate a share. */
export function sampleForSurvey({ population, ...asked }: SurveyAsked): SurveySample | Refusal {
  const checked = check(asked, { expected: share, margin: share, confidence });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  if (population !== null) {
    const all = check({ population }, { population: size });
    if (isRefused(all)) return all;
  }
  const z = quantile(1 - (1 - given.confidence) / 2);
  const unlimited = (z ** 2 * given.expected * (1 - given.expected)) / given.margin ** 2;
  const needed =
    population === null
      ? roundedUp(unlimited)
      : Math.min(population, roundedUp(unlimited / (1 + (unlimited - 1) / population)));
  if (!(needed <= MOST_CASES)) return { refused: 'difference-too-small', field: 'margin' };
  return { given: { ...given, population }, needed };
}

export function sentenceOfSurvey(say: Say, { given, needed }: SurveySample): string {
  const values = {
    expected: shareWords(say, given.expected),
    margin: rounded(given.margin * 100, 3),
    confidence: shareWords(say, given.confidence),
    known: given.population === null ? 'no' : 'yes',
    population: given.population ?? 0,
    needed,
  };
  return [
    say('calculator.survey.sentence', values),
    say('calculator.survey.meaning', values),
    say('calculator.survey.rule', values),
  ].join(' ');
}
