import { expect, test } from 'vitest';
import { STATUSES } from '#domain/note/choices.ts';
import { GUARDRAILS } from '#domain/note/guardrails.ts';
import { missingFor } from '#domain/note/missing.ts';
import { type Metric, type Note, newNote } from '#domain/note/record/note.ts';
import { newFromTemplate, TEMPLATES } from '#domain/note/templates.ts';
import { sayIn } from '#domain/words/words.ts';
import { besideUnread, fieldOf } from '#rooms/notes/note/missing-field.ts';

const blank = newNote('0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5f7', '2026-11-23T09:00:00.000Z');
const metric = (id: string, role: Metric['role']): Metric => ({
  id,
  name: '',
  unit: '',
  role,
  baseline: null,
  target: null,
  direction: 'up',
  source: '',
});
const none = () => 1;

test('everything that any step asks for has a place, in a blank note and in each template', () => {
  const notes: Note[] = TEMPLATES.map((template) =>
    newFromTemplate(template, sayIn('en-GB'), {
      id: () => blank.id,
      rowId: () => crypto.randomUUID(),
      now: () => blank.created,
    }),
  );
  for (const note of [blank, ...notes]) {
    for (const status of STATUSES) {
      for (const one of missingFor(note, status, none, '2026-11-23')) expect(fieldOf(one, note)).toMatch(/^[\w-]+$/);
    }
  }
});

test('what is missing of the main measure is asked for in its row, or at the button that makes one', () => {
  const note = { ...blank, metrics: [metric('b', 'secondary'), metric('a', 'primary')] };
  expect(fieldOf({ what: 'primaryMetric' }, note)).toBe('metric-a-name');
  expect(fieldOf({ what: 'baseline' }, note)).toBe('metric-a-baseline');
  expect(fieldOf({ what: 'primaryMetric' }, blank)).toBe('add-main-measure');
  const two = { ...blank, metrics: [metric('a', 'primary'), metric('b', 'primary')] };
  expect(fieldOf({ what: 'severalPrimaryMetrics' }, two)).toBe('metric-b-role');
});

test('of the hypothesis the first part that is blank is asked for', () => {
  const note = { ...blank, hypothesis: { change: 'a', effect: ' ', because: '' } };
  expect(fieldOf({ what: 'hypothesis' }, note)).toBe('hypothesis-effect');
});

test('a result of another measure, or an exploratory one, is not the place for the main result', () => {
  const row = { id: 'r', metric: 'a', group: '', n: null, value: null, low: null, high: null, exploratory: false };
  const note = { ...blank, metrics: [metric('a', 'primary')], results: [{ ...row, exploratory: true }] };
  expect(fieldOf({ what: 'result' }, note)).toBe('add-result');
  expect(fieldOf({ what: 'result' }, { ...note, results: [row] })).toBe('result-r-value');
});

test('a guardrail is asked for by its own question', () => {
  expect(fieldOf({ what: 'guardrail', guardrail: GUARDRAILS[3], red: false }, blank)).toBe('guardrail-dpiaScreened');
});

test('what looks personal is shown where it stands', () => {
  const at = (note: Note) => fieldOf({ what: 'personalData' }, note);
  const words = 'Write to jo.bloggs@bt.co.uk';
  expect(at({ ...blank, text: words })).toBe('text');
  expect(at({ ...blank, next: [words] })).toBe('next');
  expect(at({ ...blank, costs: [{ id: 'c', day: null, pounds: 1, what: words }] })).toBe('cost-c-what');
  expect(at({ ...blank, confidence: { level: 'low', because: words } })).toBe('confidence-because');
  expect(at({ ...blank, problem: words })).toBe('plan');
});

test('a field whose words are to be corrected is asked for once', () => {
  const missing = [{ what: 'plannedStart' }, { what: 'endBeforeStart' }, { what: 'costCap' }] as const;
  const asked = besideUnread(missing, [{ field: 'planned-start' }, { field: 'costCap' }], blank);
  expect(asked).toEqual([{ missing: { what: 'endBeforeStart' }, field: 'planned-end' }]);
});
