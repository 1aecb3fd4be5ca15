import { describe, expect, test } from 'vitest';
import { bringBack } from '#domain/note/bring-back.ts';
import { sayIn } from '#domain/words/words.ts';
import { changedParts, noteParts } from '#rooms/notes/history/note-parts.ts';
import { fullNote } from '#support/full-note.ts';
import { sampleNote } from '#support/notes-made.ts';

const say = sayIn('en-GB');
const partsOf = (over: Parameters<typeof sampleNote>[0]) => noteParts(sampleNote(over), say, 'en-GB');

describe('two versions of a note', () => {
  test('are compared by parts that have words', () => {
    const changes = changedParts(
      partsOf({ text: 'One' }),
      partsOf({ text: 'Two', status: 'running', costCap: 500, metrics: [], tags: ['letters'] }),
    );
    expect(changes.map(({ label, before, text }) => [label, before, text])).toEqual([
      ['Status', 'Idea', 'Running'],
      ['Tags', 'letters, take-up', 'letters'],
      ['Cost cap', '', '£500'],
      ['Observations', 'One', 'Two'],
    ]);
    expect(changedParts(partsOf({}), partsOf({ changed: '2027-01-01T00:00:00.000Z' }))).toEqual([]);
  });
});

test('results, costs and a decision are said with what each figure is', () => {
  const metric = { id: 'm', name: 'Replies', unit: '%', role: 'primary', baseline: null, target: null } as const;
  const parts = partsOf({
    metrics: [{ ...metric, direction: 'up', source: '' }],
    results: [{ id: 'r', metric: 'm', group: 'Short', n: 22, value: 64, low: 43, high: null, exploratory: false }],
    costs: [{ id: 'c', day: '2026-11-09', pounds: 1200.5, what: 'Post' }],
    confidence: { level: 'low', because: 'Few answered.' },
    decision: { choice: 'adapt', because: 'It helps.', byRole: 'Head of policy', day: '2026-11-20' },
  });
  const text = (label: string) => parts.find((part) => part.label === label)?.text.replaceAll('\u00a0', ' ');
  expect(text('Planned')).toBe('Replies, Short · How many 22 · Value 64% · Low end 43%');
  expect(text('Costs')).toBe('9 Nov 2026, Post · Pounds £1,200.50');
  expect(text('How sure')).toBe('Low');
  expect(text('Why so sure')).toBe('Few answered.');
  expect(text('Decision')).toBe('Adapt: change the idea');
  expect(text('Why this decision')).toBe('It helps.');
  expect(text('Decided by (role)')).toBe('Head of policy, 20 November 2026');
});

test('every part that the document has is compared: deviations, comments and what is gone too', () => {
  const full = noteParts(fullNote(), say, 'en-GB');
  const labels = changedParts(full, partsOf({})).map(({ label }) => label);
  for (const label of [
    'Changes to the plan',
    'Guardrails',
    'Comments',
    'Learning',
    'Guidance relied on',
    'Pictures and files',
  ])
    expect(labels).toContain(label);
  expect(new Set(full.map(({ key }) => key)).size).toBe(full.length);
});

test('what the document says in two places is one part, where it is written: a changed end is no change of the plan', () => {
  const full = fullNote();
  const running = {
    ...full,
    dates: { ...full.dates, end: null },
    decision: null,
    ending: null,
    status: 'running',
  } as const;
  const abandoned = { ...running, ending: { kind: 'abandoned', because: 'No replies' } } as const;
  const plain = sampleNote({
    ...full,
    template: 'note',
    plan: null,
    status: 'idea',
    ending: null,
    dates: running.dates,
  });
  for (const note of [running, abandoned, plain, { ...running, plan: null }]) {
    const keys = noteParts(note, say, 'en-GB').map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
  const toValue = { kind: 'day', day: '2027-01-15' } as const;
  const [deviation] = full.deviations;
  if (!deviation) throw new Error('no deviation');
  const later = { ...running, deviations: [{ ...deviation, field: 'plannedEnd', to: '15 January 2027', toValue }] };
  const [before, after] = [noteParts(running, say, 'en-GB'), noteParts(later, say, 'en-GB')];
  expect(changedParts(before, after).map(({ label }) => label)).toEqual(['Changes to the plan']);
  // And nothing at all where both versions have it.
  expect(changedParts(after, noteParts({ ...later, text: 'Two' }, say, 'en-GB')).map(({ key }) => key)).toHaveLength(1);
});

describe('an earlier version brought back', () => {
  const then = sampleNote({ text: 'One', problem: 'Old', status: 'planned', created: '2020-01-01T00:00:00.000Z' });

  test('gives its words back, and not its step', () => {
    const now = sampleNote({ text: 'Two', problem: 'New', status: 'running', tags: [] });
    expect(bringBack(now, then)).toEqual({ text: 'One', problem: 'Old', tags: ['letters', 'take-up'] });
    expect(bringBack(then, then)).toEqual({});
  });

  test('leaves its marking and its licence as they are, which are shown where they differ', () => {
    const now = sampleNote({ ...then, text: 'Two', marking: 'OFFICIAL-SENSITIVE', licence: 'Ask the lawyers' });
    const before = { ...then, marking: null, stage: 'explore' as const };
    expect(bringBack({ ...now, stage: 'explore' }, before)).toEqual({ text: 'One' });
    const changes = changedParts(noteParts(before, say, 'en-GB'), noteParts({ ...now, stage: 'buy' }, say, 'en-GB'));
    expect(changes.map(({ label, before, text }) => [label, before, text])).toEqual([
      ['Marking', '', 'OFFICIAL-SENSITIVE'],
      ['Stage', 'Explore', 'Buy'],
      ['Licence', '', 'Ask the lawyers'],
      ['Observations', 'One', 'Two'],
    ]);
  });

  test('leaves a locked plan as it is', () => {
    const plan = { hash: 'a'.repeat(64), lockedAt: '2026-11-01T09:00:00.000Z', text: '{}' };
    expect(bringBack(sampleNote({ text: 'Two', problem: 'New', plan }), then)).toEqual({ text: 'One' });
  });
});

test('a plan that is locked changes no other part than what it says', () => {
  const note = sampleNote({ status: 'planned', template: '', kind: 'desk' });
  const locked = { ...note, status: 'running' as const, plan: fullNote().plan };
  const changes = changedParts(noteParts(note, say, 'en-GB'), noteParts(locked, say, 'en-GB'));
  expect(changes.map(({ label }) => label)).toEqual([say('note.field.status')]);
});
