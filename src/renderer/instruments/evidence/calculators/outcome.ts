import { type Answer, answerTo } from '#domain/calculators/answer.ts';
import { type CalculatorId, formOf } from '#domain/calculators/entries.ts';
import { type Field, refusalWords } from '#domain/calculators/refusal.ts';
import type { Typed } from '#domain/calculators/typed.ts';
import type { Say } from '#domain/words/words.ts';

/** Where an answer is not there yet: which field, in words; `missing` where it is only empty. */
export interface NotYet {
  readonly field: Field;
  readonly row: number | undefined;
  readonly words: string;
  readonly missing: boolean;
}

export type Outcome = { readonly answer: Answer } | { readonly notYet: NotYet };

export function outcomeOf(id: CalculatorId, typed: Typed, say: Say): Outcome {
  const worked = answerTo(id, typed, say);
  if ('sentence' in worked) return { answer: worked };
  if ('unreadable' in worked) {
    const { unreadable: field, row } = worked;
    const { entries, rows } = formOf(id);
    const kind = [...entries, ...(rows?.entries ?? [])].find((entry) => entry.field === field)?.kind ?? 'figure';
    const words = say('calculate.unreadable', {
      where: say('calculator.where', { name: say(`calculator.field.${field}`), row: row ?? 0 }),
      kind,
    });
    return { notYet: { field, row, words, missing: false } };
  }
  const { field, row, refused } = worked;
  return { notYet: { field, row, words: refusalWords(say, worked), missing: refused === 'missing' } };
}
