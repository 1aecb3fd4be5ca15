import { describe, expect, test } from 'vitest';
import { bringBack } from '#domain/note/bring-back.ts';
import { sayIn } from '#domain/words/words.ts';
import { changedParts, noteParts } from '#rooms/notes/history/note-parts.ts';
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
      ['Step', 'Idea', 'Running'],
      ['Cost cap', '', '£500'],
      ['Observations', 'One', 'Two'],
      ['Tags', 'letters\ntake-up', 'letters'],
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
  const text = (key: string) => parts.find((part) => part.key === key)?.text.replaceAll('\u00a0', ' ');
  expect(text('results')).toBe('Replies, Short · How many 22 · Value 64% · Low end 43%');
  expect(text('costs')).toBe('9 Nov 2026 £1,200.50 Post');
  expect(text('learning')).toBe('How sure: Low\nFew answered.');
  expect(text('decision')).toBe('Adapt\nIt helps.\nHead of policy, 20 Nov 2026');
});

describe('an earlier version brought back', () => {
  const then = sampleNote({ text: 'One', problem: 'Old', status: 'planned', created: '2020-01-01T00:00:00.000Z' });

  test('gives its words back, and not its step', () => {
    const now = sampleNote({ text: 'Two', problem: 'New', status: 'running', tags: [] });
    expect(bringBack(now, then)).toEqual({ text: 'One', problem: 'Old', tags: ['letters', 'take-up'] });
    expect(bringBack(then, then)).toEqual({});
  });

  test('leaves a locked plan as it is', () => {
    const plan = { hash: 'a'.repeat(64), lockedAt: '2026-11-01T09:00:00.000Z', text: '{}' };
    expect(bringBack(sampleNote({ text: 'Two', problem: 'New', plan }), then)).toEqual({ text: 'One' });
  });
});
