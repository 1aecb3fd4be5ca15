import { longDay, shortDay } from '../../day.ts';
import { figureWithUnit } from '../../figure-text.ts';
import { poundsText } from '../../pounds-text.ts';
import type { Say } from '../../words/words.ts';
import { poundsOf } from '../planned-value.ts';
import type { Phrase, Value } from './block.ts';

/** A value in the words of a language. `isNarrow`: in a cell of a table, where days are short. */
export function valueWords(value: Value, say: Say, language: string, isNarrow = false): string {
  switch (value.kind) {
    case 'words':
      return value.text;
    case 'said':
      return say(value.key, value.values ?? {});
    case 'money':
      return poundsText(poundsOf(value.pence));
    case 'figure':
      return figureWithUnit(value.value, value.unit);
    case 'day':
      return isNarrow ? shortDay(value.day, language) : longDay(value.day, language);
  }
}

/** Values one after the other. */
export const phraseWords = (phrase: Phrase, say: Say, language: string): string =>
  phrase.map((value) => valueWords(value, say, language)).join(', ');

/** The same in a cell of a table. */
export const cellWords = (phrase: Phrase, say: Say, language: string): string =>
  phrase.map((value) => valueWords(value, say, language, true)).join(', ');
