import { expect, test } from 'vitest';
import { costMeter } from '#domain/note/cost.ts';
import { duplicateOf } from '#domain/note/duplicate.ts';
import { type DeviationField, endNow, sumNow } from '#domain/note/plan-now.ts';
import { normal } from '#domain/note/record/normal.ts';
import { type Note, noteSchema } from '#domain/note/record/note.ts';
import { sampleNote } from '#support/notes-made.ts';

/** As it is read again. */
const read = (note: Note): Note => normal({ ...note, shape: 1 }) ?? note;

const deviation = (field: DeviationField, to: string): Note['deviations'][number] => ({
  id: `${field} ${to}`,
  at: '2026-11-14T09:00:00.000Z',
  field,
  from: '',
  to,
  because: 'It had to be',
});

test('the last deviation that can be read says how high the cap is now', () => {
  const note = sampleNote({ costCap: 500, costs: [{ id: '1', day: null, pounds: 600, what: '' }] });
  expect(sumNow(note, 'costCap')).toBe(500);
  expect(costMeter(note).level).toBe('reached');
  const raised = read({
    ...note,
    deviations: [deviation('costCap', '£700'), deviation('costCap', '£800'), deviation('method', 'by phone')],
  });
  expect(sumNow(raised, 'costCap')).toBe(800);
  expect(costMeter(raised)).toEqual({ spent: 600, cap: 800, share: 0.75, level: 'within' });
  const vague = deviation('costCap', 'a bit more');
  expect(sumNow(read({ ...note, deviations: [vague] }), 'costCap')).toBe(500);
  expect(sumNow(read({ ...raised, deviations: [...raised.deviations, vague] }), 'costCap')).toBe(800);
});

test('the last deviation that can be read says when it ends now', () => {
  const dates = { plannedStart: null, plannedEnd: '2026-12-03', start: null, end: null };
  const changed = (to: string) => read(sampleNote({ dates, deviations: [deviation('plannedEnd', to)] }));
  expect(endNow(changed('10 December 2026'))).toBe('2026-12-10');
  expect(endNow(changed('12 Mawrth 2027'))).toBe('2027-03-12');
  expect(endNow(changed('next Friday'))).toBe('2026-12-03');
  expect(endNow(sampleNote({ dates }))).toBe('2026-12-03');
});

test('a copy keeps the plan, and nothing that happened', () => {
  const note = sampleNote({
    status: 'decided',
    successRule: '60 % or more',
    plan: { hash: 'a'.repeat(64), lockedAt: '2026-11-12T09:00:00.000Z', text: '{}' },
    costs: [{ id: '1', day: null, pounds: 600, what: '' }],
    learning: 'Shorter is better',
    deviations: [deviation('method', 'by phone')],
  });
  const copy = duplicateOf(note, {
    id: '0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5f7',
    now: '2026-11-23T09:00:00.000Z',
    title: 'Copy',
  });
  expect(noteSchema.parse(copy)).toEqual(copy);
  expect(copy).toMatchObject({ status: 'idea', plan: null, costs: [], learning: '', deviations: [], title: 'Copy' });
  expect(copy.successRule).toBe('60 % or more');
  expect(copy.links).toEqual([{ kind: 'note', id: note.id }]);
});
