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
