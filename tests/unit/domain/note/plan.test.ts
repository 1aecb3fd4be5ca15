import { expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { moveTo } from '#domain/note/lifecycle.ts';
import { planStanding, planText } from '#domain/note/plan.ts';
import type { Note } from '#domain/note/record/note.ts';
import { fullNote } from '#support/full-note.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';

const lockedAt = '2026-11-02T09:00:00.000Z';
const draft = sampleNote({ successRule: 'at least 60 of 100 answer' });
const text = planText(draft);
const locked: Note = { ...draft, plan: { text, hash: sha256(text), lockedAt } };
const standingOf = (note: Note) => planStanding(note, sha256(note.plan?.text ?? ''));

test('B11 a plan is as it was locked, also with deviations, results and an end beside it', () => {
  expect(standingOf(draft)).toBeNull();
  expect(standingOf(locked)).toBe('asLocked');
  const deviation = { id: 'd', at: lockedAt, field: 'successRule', from: 'a', to: 'b', because: 'c' };
  expect(standingOf({ ...locked, status: 'decided', deviations: [deviation], text: 'seen', tags: [] })).toBe(
    'asLocked',
  );
});

test('B11 a plan that was changed after it was locked says so, wherever it was changed', () => {
  expect(standingOf({ ...locked, successRule: 'whatever came out' })).toBe('changed');
  expect(standingOf({ ...locked, dates: { ...locked.dates, plannedEnd: '2027-01-01' } })).toBe('changed');
  const forged = text.replace('at least 60 of 100 answer', 'whatever came out');
  expect(standingOf({ ...locked, plan: { text: forged, hash: sha256(text), lockedAt } })).toBe('changed');
  // Text and field were changed alike; only the fingerprint tells.
  const both = { ...locked, successRule: 'whatever came out' };
  expect(standingOf({ ...both, plan: { text: planText(both), hash: sha256(text), lockedAt } })).toBe('changed');
});

test('B11 a copy that is called by more than its own title has the plan that was locked', () => {
  const called = (title: string) => standingOf({ ...locked, title });
  for (const more of [' (second copy)', ' (from b2 (1).eln)', ' (from b2.eln) (second copy)'])
    expect(called(`${locked.title}${more}`), more).toBe('asLocked');
  for (const other of ['Another (second copy)', `${locked.title}, or not`, `Not: ${locked.title}`, ''])
    expect(called(other), other).toBe('changed');
});

test('B11 what another version locked cannot be worked out', () => {
  for (const other of [JSON.stringify({ ...JSON.parse(text), saving: 12 }), '{}', 'no plan', '[1]', 'null']) {
    expect(standingOf({ ...locked, plan: { text: other, hash: sha256(other), lockedAt } }), other).toBe('unknown');
  }
});

test('B11 what the step to ready locks is as it was locked', async () => {
  const ready = { ...draft, status: 'planned' } as Note;
  const move = await moveTo(ready, 'ready', {
    findPersonal: () => 0,
    today: '2026-11-23',
    now: () => lockedAt,
    hash: async (of) => sha256(of),
  });
  if ('moved' in move) expect(standingOf(move.moved)).toBe('asLocked');
});

test('a part that plans did not have when one was locked changes nothing until something is said of it', () => {
  const note = fullNote();
  const { costCap: _, ...older } = JSON.parse(planText(note));
  const text = canonicalJson(older);
  const locked = { ...note, plan: { text, hash: sha256(text), lockedAt: '2026-11-09T09:00:00.000Z' } };
  expect(planStanding({ ...locked, costCap: null }, sha256(text))).toBe('asLocked');
  expect(planStanding({ ...locked, costCap: 5 }, sha256(text))).toBe('unknown');
  expect(planStanding({ ...locked, costCap: null, method: 'By phone' }, sha256(text))).toBe('changed');
});
