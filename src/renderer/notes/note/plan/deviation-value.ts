import type { Day } from '#domain/day.ts';
import { type DeviationField, endNow, endsBeforeStart, startNow } from '#domain/note/plan-now.ts';
import { plannedKind } from '#domain/note/planned-kind.ts';
import { type PlannedValue, penceOf } from '#domain/note/planned-value.ts';
import type { Note } from '#domain/note/record/note.ts';
import { readDay } from '#domain/read-day.ts';
import { readNumber } from '#domain/read-number.ts';

/** What a part of the plan becomes, as it is kept, or why it cannot be kept. */
export type DeviationValue =
  | { readonly ok: true; readonly value: PlannedValue | string }
  | { readonly ok: false; readonly wrong: 'unread' | 'endBeforeStart' };

/** Reads what a person wrote for a part of the plan. @param field empty where none is chosen yet */
export function deviationValue(
  text: string,
  field: DeviationField | '',
  note: Pick<Note, 'dates' | 'deviations'>,
  today: Day,
  language: string,
): DeviationValue {
  const unread = { ok: false, wrong: 'unread' } as const;
  if (text.trim() === '') return unread;
  switch (plannedKind(field)) {
    case 'money': {
      const pounds = readNumber(text, '£');
      return typeof pounds === 'number' && pounds >= 0
        ? { ok: true, value: { kind: 'money', pence: penceOf(pounds) } }
        : unread;
    }
    case 'day': {
      const day = readDay(text, today, language);
      if (typeof day !== 'string') return unread;
      const [start, end] = field === 'plannedStart' ? [day, endNow(note)] : [startNow(note), day];
      return endsBeforeStart(start, end)
        ? { ok: false, wrong: 'endBeforeStart' }
        : { ok: true, value: { kind: 'day', day } };
    }
    case null:
      return { ok: true, value: text };
  }
}
