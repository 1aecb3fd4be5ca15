import { expect, test } from 'vitest';
import type { DeviationField } from '#domain/note/plan-now.ts';
import { deviationValue } from '#rooms/notes/note/plan/deviation-value.ts';
import { fullNote } from '#support/full-note.ts';

const dates = { plannedStart: '2026-11-09', plannedEnd: '2026-12-04', start: null, end: null };
const note = { ...fullNote(), dates, deviations: [] };
const read = (text: string, field: DeviationField, of: Parameters<typeof deviationValue>[2] = note) =>
  deviationValue(text, field, of, '2026-11-23', 'en-GB');
const day = (of: string) => ({ ok: true, value: { kind: 'day', day: of } });

test('a cap is a sum of pounds, and nothing with the sign of another unit', () => {
  expect(read('£2,001', 'costCap')).toEqual({ ok: true, value: { kind: 'money', pence: 200_100 } });
  for (const text of ['50%', 'about £50', '', ' ', '-£5'])
    expect(read(text, 'costCap')).toEqual({ ok: false, wrong: 'unread' });
  expect(read('50%', 'successRule')).toEqual({ ok: true, value: '50%' });
});

test('no deviation puts the end before the start that counts, or the start behind the end', () => {
  const wrong = { ok: false, wrong: 'endBeforeStart' };
  expect(read('8 November 2026', 'plannedEnd')).toEqual(wrong);
  expect(read('9 November 2026', 'plannedEnd')).toEqual(day('2026-11-09'));
  expect(read('5 December 2026', 'plannedStart')).toEqual(wrong);
  expect(read('4 December 2026', 'plannedStart')).toEqual(day('2026-12-04'));
  expect(read('soon', 'plannedEnd')).toEqual({ ok: false, wrong: 'unread' });
  const toValue = { kind: 'day', day: '2026-12-20' } as const;
  const kept = { id: '1', at: '2026-11-14T09:00:00.000Z', field: 'plannedEnd', from: '', to: '', because: '', toValue };
  expect(read('5 December 2026', 'plannedStart', { dates, deviations: [kept] })).toEqual(day('2026-12-05'));
  expect(read('1 January 2020', 'plannedEnd', { dates: { ...dates, plannedStart: null }, deviations: [] })).toEqual(
    day('2020-01-01'),
  );
});
