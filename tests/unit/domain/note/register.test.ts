import { describe, expect, test } from 'vitest';
import { type Note, newNote } from '#domain/note/record/note.ts';
import {
  countRegister,
  inOrder,
  isNarrowed,
  passesRegister,
  type RegisterFilters,
  type RegisterRow,
  registerRow,
  showsStopped,
  VIEWS,
} from '#domain/note/register.ts';

const NONE: RegisterFilters = { forms: [], states: [], decisions: [], stages: [], owners: [], tags: [] };
let made = 0;
const row = (note: Partial<Note>): RegisterRow => {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return registerRow({ ...newNote(id, `2026-11-${String(made).padStart(2, '0')}T10:00:00.000Z`, 'Note'), ...note });
};

const papers = row({
  title: 'Do shorter papers get answers?',
  status: 'running',
  stage: 'shape',
  ownerRole: 'policy lead',
});
const text = row({
  title: 'Would a text cut late forms?',
  status: 'stopped',
  stop: { rule: 's1', because: 'Cost rule hit on day 9', day: '2026-11-17' },
  costCap: 500,
  costs: [{ id: 'c', day: null, pounds: 500, what: '' }],
  ownerRole: 'permits lead',
});
const letters = row({ title: 'Can we sort letters?', ending: { kind: 'abandoned', because: 'Guardrail 13 not met' } });
const backlog = row({
  title: 'Can one team clear the backlog?',
  status: 'decided',
  stage: 'deliver',
  decision: { choice: 'persevere', because: 'Wait fell', byRole: '', day: null },
  tags: ['ports'],
});
const all = [papers, text, letters, backlog];
const titles = (rows: readonly RegisterRow[]) => rows.map(({ question }) => question.slice(0, 7));

test('a row says where a note stands, what was decided and why', () => {
  expect(text).toMatchObject({
    state: 'stopped',
    decision: 'none',
    because: 'Cost rule hit on day 9',
    spent: 500,
    cap: 500,
  });
  expect(letters).toMatchObject({ state: 'abandoned', because: 'Guardrail 13 not met', cap: null });
  expect(backlog).toMatchObject({ state: 'decided', decision: 'persevere', because: 'Wait fell' });
});

describe('filters', () => {
  const kept = (filters: Partial<RegisterFilters>) => titles(all.filter((one) => passesRegister(one, filters)));
  test('of one group are alternatives, of several all count; none leaves out what was stopped or failed', () => {
    expect(kept({})).toHaveLength(4);
    expect(kept(VIEWS.all)).toHaveLength(4);
    expect(kept(VIEWS.stopped)).toEqual(['Would a', 'Can we ']);
    expect(kept(VIEWS.running)).toEqual(['Do shor']);
    expect(kept({ states: ['running', 'decided'], stages: ['deliver'] })).toEqual(['Can one']);
    expect(kept({ tags: ['ports', 'boats'] })).toEqual(['Can one']);
    expect(kept({ owners: ['permits lead'], decisions: ['none'] })).toEqual(['Would a']);
  });

  test('what was stopped stays among them when it has been analysed and decided, with the rule where nothing else is said', () => {
    const later = row({
      title: 'Late but stopped',
      status: 'decided',
      stopRules: [{ id: 's1', text: 'Spent over £1,000' }],
      stop: { rule: 's1', because: '', day: '2026-11-17' },
    });
    expect(later).toMatchObject({ state: 'decided', stopped: true, because: 'Spent over £1,000' });
    expect(passesRegister(later, VIEWS.stopped)).toBe(true);
    expect(passesRegister(later, { states: ['decided'] })).toBe(true);
    expect(passesRegister(later, VIEWS.running)).toBe(false);
    expect(countRegister([later, text], NONE).states.get('stopped')).toBe(2);
  });

  test('count each group as if it were not applied itself', () => {
    const { states, decisions, stages, owners } = countRegister(all, {
      ...NONE,
      states: ['running'],
      stages: ['shape'],
    });
    expect(states.get('running')).toBe(1);
    expect(states.get('decided')).toBe(0);
    expect(decisions.get('none')).toBe(1);
    expect(stages.get('shape')).toBe(1);
    expect([...owners]).toEqual([
      ['policy lead', 1],
      ['permits lead', 0],
    ]);
  });
});

describe('order', () => {
  const sorted = (column: Parameters<typeof inOrder>[1]['column'], descending = false) =>
    titles(inOrder(all, { column, descending }));
  test('goes by a column, and newest first where that is the same', () => {
    expect(sorted('question')).toEqual(['Can one', 'Can we ', 'Do shor', 'Would a']);
    expect(sorted('changed', true)).toEqual(['Can one', 'Can we ', 'Would a', 'Do shor']);
    expect(sorted('state')).toEqual(['Do shor', 'Would a', 'Can one', 'Can we ']);
    expect(sorted('decision')).toEqual(['Can one', 'Can we ', 'Would a', 'Do shor']);
    expect(sorted('spent', true)[0]).toBe('Would a');
    expect(sorted('kind')).toEqual(['Can one', 'Can we ', 'Would a', 'Do shor']);
  });
});

test('the kind is sorted by the words that it is shown with', () => {
  const words = ({ id }: RegisterRow): string => (id === papers.id ? 'Zebra' : 'Ant');
  expect(titles(inOrder(all, { column: 'kind', descending: true }, 'en-GB', words))[0]).toBe('Do shor');
});

test('tags are counted too, each once in a note', () => {
  const { tags } = countRegister([...all, row({ tags: ['ports', 'ports', 'boats'] })], NONE);
  expect([...tags]).toEqual([
    ['ports', 2],
    ['boats', 1],
  ]);
});

test('says whether stopped and failed ones could be in the list', () => {
  expect(showsStopped({ states: [] })).toBe(true);
  expect(showsStopped({ states: ['running', 'abandoned'] })).toBe(true);
  expect(showsStopped({ states: ['running'] })).toBe(false);
  expect(isNarrowed(NONE)).toBe(false);
  expect(isNarrowed({ ...NONE, owners: ['policy lead'] })).toBe(true);
});

test('a long reason is cut, as rows are read by the thousand', () => {
  const { because } = row({ stop: { rule: '', because: 'word '.repeat(3_000), day: null } });
  expect(because.length).toBeLessThan(200);
  expect(because.endsWith('word…')).toBe(true);
});
