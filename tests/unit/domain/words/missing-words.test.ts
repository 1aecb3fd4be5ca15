import { expect, test } from 'vitest';
import { DECISIONS, KINDS, STATUSES } from '#domain/note/choices.ts';
import { GUARDRAILS } from '#domain/note/guardrails.ts';
import { type Missing, type MissingField, missingFor } from '#domain/note/missing.ts';
import { newNote } from '#domain/note/record/note.ts';
import { missingWords } from '#domain/words/missing-words.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');

const FIELDS: Readonly<Record<MissingField, true>> = {
  title: true,
  problem: true,
  hypothesis: true,
  primaryMetric: true,
  severalPrimaryMetrics: true,
  baseline: true,
  target: true,
  successRule: true,
  method: true,
  sample: true,
  plannedStart: true,
  plannedEnd: true,
  endBeforeStart: true,
  endedBeforeStart: true,
  startInFuture: true,
  costCap: true,
  stopRule: true,
  ownerRole: true,
  approverRole: true,
  start: true,
  stopReason: true,
  result: true,
  learning: true,
  confidence: true,
  decision: true,
  decisionBecause: true,
  next: true,
  marking: true,
  personalData: true,
};

test('whatever is missing has a link text of its own, without a full stop', () => {
  const fields = (Object.keys(FIELDS) as MissingField[]).map((what): Missing => ({ what }));
  const guardrails = GUARDRAILS.flatMap((guardrail): readonly Missing[] => [
    { what: 'guardrail', guardrail, red: false },
    { what: 'guardrail', guardrail, red: true },
  ]);
  const words = [...fields, ...guardrails].map((one) => missingWords(one, say));
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => !/^[A-Z].*[^.]$/.test(word))).toEqual([]);
});

test('the words of the side panel', () => {
  const note = { ...newNote('0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f', ''), title: 'a', problem: 'b' };
  const words = missingFor(note, 'ready', () => 0, '2026-11-23').map((one) => missingWords(one, say));
  expect(words).toContain('Set a cost cap');
  expect(words).toContain('Name the role that owns it');
  expect(words).toContain('Answer the guardrail “No personal details”');
});

test('each guardrail has a name, a question and one sentence of help', () => {
  for (const guardrail of GUARDRAILS) {
    expect(say(`guardrail.${guardrail}`)).not.toMatch(/[.?]$/);
    expect(say(`guardrail.${guardrail}.question`)).toMatch(/^[^.?]+\?$/);
    expect(say(`guardrail.${guardrail}.help`)).toMatch(/^[^.?]+\.$/);
  }
});

test('statuses, kinds and decisions have names', () => {
  const names = [...STATUSES.map((one) => say(`status.${one}`)), ...KINDS.map((one) => say(`kind.${one}`))];
  expect(new Set([...names, ...DECISIONS.map((one) => say(`decision.${one}`))]).size).toBe(
    STATUSES.length + KINDS.length + DECISIONS.length,
  );
});
