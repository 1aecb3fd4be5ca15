import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '#domain/note/choices.ts';
import { rememberFound } from '#domain/note/found.ts';
import { GUARDRAILS, guardrailState } from '#domain/note/guardrails.ts';
import { type MoveEffects, mayUnlock, moveTo, unlock, waysOn } from '#domain/note/lifecycle.ts';
import { missingFor } from '#domain/note/missing.ts';
import { planText } from '#domain/note/plan.ts';
import { sumNow } from '#domain/note/plan-now.ts';
import { type Note, newNote, noteSchema } from '#domain/note/record/note.ts';

const ID = '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f';
const NOW = '2026-11-23T14:02:00.000Z';
const TODAY = '2026-11-23';
const effects: MoveEffects = {
  findPersonal: () => 0,
  today: TODAY,
  now: () => NOW,
  hash: async (text) => createHash('sha256').update(text).digest('hex'),
};
const none = () => 0;

const idea = (): Note => ({ ...newNote(ID, NOW, 'Will small firms join?'), problem: 'Only two came.' });
const planned = (): Note => ({
  ...idea(),
  status: 'planned',
  hypothesis: { change: 'we call', effect: '8 of 20 join', because: 'time is short' },
  metrics: [
    {
      id: 'm1',
      name: 'Firms that join',
      unit: '%',
      role: 'primary',
      baseline: 10,
      target: 40,
      direction: 'up',
      source: '',
    },
  ],
  successRule: '40 % or more',
  method: 'Ring them',
  sample: { unit: 'firm', planned: 20, chosen: 'from the list', power: '' },
  stopRules: [{ id: 's1', text: 'a firm feels pressed' }],
  dates: { plannedStart: '2026-12-01', plannedEnd: '2026-12-15', start: null, end: null },
  costCap: 500,
  ownerRole: 'policy lead',
});
const ready = (): Note => ({
  ...planned(),
  approverRole: 'deputy director',
  guardrails: Object.fromEntries(GUARDRAILS.map((one) => [one, { answer: 'yes', note: '' }])),
});
const asked = (note: Note, to: Note['status']) =>
  missingFor(note, to, none, TODAY).map((one) => (one.what === 'guardrail' ? `${one.guardrail} ${one.red}` : one.what));

test('a new note has every field, and its schema takes it back unchanged', () => {
  const note = newNote(ID, NOW);
  expect(noteSchema.parse(structuredClone(note))).toEqual(note);
  expect(asked(note, 'idea')).toEqual(['title', 'problem']);
});

describe('what a step asks for', () => {
  test('planned: the whole plan, in the order of the form', () => {
    expect(asked(idea(), 'planned')).toEqual([
      'hypothesis',
      'primaryMetric',
      'successRule',
      'method',
      'sample',
      'stopRule',
      'plannedStart',
      'plannedEnd',
      'costCap',
      'ownerRole',
    ]);
    expect(asked(planned(), 'planned')).toEqual([]);
  });

  test('a measure without figures, two main ones, an end before its start', () => {
    const [metric] = planned().metrics;
    if (!metric) throw new Error('no metric');
    expect(asked({ ...planned(), metrics: [{ ...metric, baseline: null, target: null }] }, 'planned')).toEqual([
      'baseline',
      'target',
    ]);
    expect(asked({ ...planned(), metrics: [metric, { ...metric, id: 'm2' }] }, 'planned')).toEqual([
      'severalPrimaryMetrics',
    ]);
    const dates = { ...planned().dates, plannedEnd: '2026-11-30' };
    expect(asked({ ...planned(), dates }, 'planned')).toEqual(['endBeforeStart']);
    // Nothing is a figure too.
    expect(asked({ ...planned(), metrics: [{ ...metric, baseline: 0, target: 0 }], costCap: 0 }, 'planned')).toEqual(
      [],
    );
  });

  test('ready: every guardrail answered, none red, somebody who approves', () => {
    expect(asked(planned(), 'ready')).toEqual([...GUARDRAILS.map((one) => `${one} false`), 'approverRole']);
    expect(asked(ready(), 'ready')).toEqual([]);
    const red: Note = { ...ready(), guardrails: { ...ready().guardrails, undoPlan: { answer: 'no', note: 'none' } } };
    expect(asked(red, 'ready')).toEqual(['undoPlan true']);
  });

  test('results, a decision, a marking and a clean scan', () => {
    const running: Note = { ...ready(), status: 'running' };
    expect(asked(running, 'running')).toEqual(['start']);
    expect(asked(running, 'stopped')).toEqual(['stopReason']);
    expect(asked(running, 'analysed')).toEqual(['result']);
    const result = { id: 'r1', metric: 'm1', group: 'all', n: 20, value: 45, low: null, high: null };
    expect(asked({ ...running, results: [{ ...result, exploratory: false }] }, 'analysed')).toEqual([]);
    expect(asked({ ...running, results: [{ ...result, exploratory: true }] }, 'analysed')).toEqual(['result']);
    expect(asked({ ...running, noUsableData: 'The line was down.' }, 'analysed')).toEqual([]);
    const turned = { ...running.dates, start: '2026-11-01', end: '2026-10-01' };
    for (const to of ['analysed', 'shared'] as const)
      expect(asked({ ...running, dates: turned }, to)).toContain('endedBeforeStart');
    const early = { ...running.dates, start: '2026-11-24' };
    for (const to of ['running', 'analysed', 'shared'] as const)
      expect(asked({ ...running, dates: early }, to)).toContain('startInFuture');
    expect(asked({ ...running, dates: { ...early, start: TODAY } }, 'running')).toEqual([]);
    // Nothing may stand in the way of a stop.
    expect(asked({ ...running, dates: early }, 'stopped')).not.toContain('startInFuture');
    expect(asked({ ...running, dates: turned }, 'stopped')).not.toContain('endedBeforeStart');
    expect(asked(running, 'decided')).toEqual(['learning', 'confidence', 'decision', 'next']);
    const shared = missingFor({ ...running, marking: 'OFFICIAL' }, 'shared', () => 2, TODAY);
    expect(shared).toEqual([{ what: 'personalData' }]);
    expect(asked(running, 'archived')).toEqual(['marking']);
  });
});

describe('guardrails', () => {
  const state = (answer: 'yes' | 'no' | 'notApplicable', note: string, dpiaRef = '') =>
    guardrailState({ guardrails: { noPersonalData: { answer, note } }, dataUse: { dpiaRef } }, 'noPersonalData');
  test('B33 no is red, but personal data with an assessment is not; what does not apply counts once it is chosen', () => {
    expect(state('yes', '')).toBe('met');
    expect(state('no', '')).toBe('red');
    expect(state('no', '', 'DPIA 12')).toBe('met');
    expect(state('notApplicable', ' ')).toBe('notApplicable');
    expect(state('notApplicable', 'desk work')).toBe('notApplicable');
  });
});

describe('moving on', () => {
  test('says what is missing and changes nothing', async () => {
    const note = idea();
    expect(await moveTo(note, 'planned', effects)).toHaveProperty('missing');
    expect(note.status).toBe('idea');
  });

  test('ready locks the plan, and what is changed afterwards shows', async () => {
    const moved = await moveTo(ready(), 'ready', effects);
    if (!('moved' in moved)) throw new Error('missing');
    const { moved: locked } = moved;
    expect(locked).toMatchObject({ status: 'ready', plan: { lockedAt: NOW, text: planText(ready()) } });
    expect(locked.plan?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(planText(locked)).toBe(locked.plan?.text);
    expect(planText({ ...locked, successRule: '30 % or more' })).not.toBe(locked.plan?.text);
    const begun = { ...locked, text: 'Day 1', dates: { ...locked.dates, start: '2026-12-02' } };
    expect(planText(begun)).toBe(locked.plan?.text);
  });

  test('only where a way leads', async () => {
    await expect(moveTo(idea(), 'shared', effects)).rejects.toThrow('No way');
    expect(waysOn({ status: 'running', ending: null })).toEqual(['analysed', 'stopped']);
    expect(waysOn({ status: 'running', ending: { kind: 'abandoned', because: 'no money' } })).toEqual([]);
    for (const status of STATUSES) expect(waysOn({ status, ending: null }).length).toBeGreaterThan(0);
  });

  test('B33 a lock can be taken back until a result is written, and why stays', async () => {
    const moved = await moveTo(ready(), 'ready', effects);
    if (!('moved' in moved)) throw new Error('missing');
    const raised: Note['deviations'][number] = {
      ...{ id: 'd1', at: NOW, field: 'costCap', from: '£500', to: '£900', because: 'print' },
      toValue: { kind: 'money', pence: 90_000 },
    };
    const locked: Note = { ...moved.moved, status: 'running', deviations: [raised] };
    const row = {
      id: 'r1',
      metric: 'm1',
      group: 'all',
      n: null,
      value: null,
      low: null,
      high: null,
      exploratory: false,
    };
    expect(mayUnlock(ready())).toBe(false);
    expect(mayUnlock(locked)).toBe(true);
    // A row alone says nothing yet.
    expect(mayUnlock({ ...locked, results: [row] })).toBe(true);
    expect(mayUnlock({ ...locked, results: [{ ...row, value: 0 }] })).toBe(false);
    expect(mayUnlock({ ...locked, noUsableData: 'The line was down.' })).toBe(false);
    expect(mayUnlock({ ...locked, exploratory: 'They ask for a map.' })).toBe(false);
    expect(mayUnlock({ ...locked, status: 'stopped' })).toBe(false);
    // What was seen and taken out again was seen.
    const seen = rememberFound({ ...locked, results: [{ ...row, value: 0 }] });
    expect(mayUnlock({ ...seen, results: [] })).toBe(false);
    expect(noteSchema.safeParse(seen).success).toBe(true);
    expect(rememberFound({ ...locked, results: [row] })).toEqual({ ...locked, results: [row] });
    expect(mayUnlock({ ...locked, ending: { kind: 'abandoned', because: 'no money' } })).toBe(false);

    const said = { because: 'The target was a slip.', from: 'Locked 23 November 2026', to: 'Unlocked' };
    const patch = unlock(locked, said, { rowId: () => 'd2', now: () => NOW });
    const open: Note = { ...locked, ...patch };
    expect(open).toMatchObject({ status: 'planned', plan: null });
    expect(open.deviations).toEqual([raised, { id: 'd2', at: NOW, field: 'unlocked', ...said }]);
    expect(noteSchema.safeParse(open).success).toBe(true);
    // What was recorded of the plan before is no part of the new one.
    expect(sumNow(locked, 'costCap')).toBe(900);
    expect(sumNow(open, 'costCap')).toBe(500);
    expect(() => unlock(open, said, { rowId: () => 'd3', now: () => NOW })).toThrow();
  });
});
