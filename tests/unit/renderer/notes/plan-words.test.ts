import { expect, test } from 'vitest';
import { DEVIATION_FIELDS, type DeviationField } from '#domain/note/plan-now.ts';
import { newNote } from '#domain/note/record/note.ts';
import { sayIn } from '#domain/words/words.ts';
import { countedUntilNow, planWords } from '#rooms/notes/note/plan/plan-words.ts';
import { fullNote } from '#support/full-note.ts';

const say = sayIn('en-GB');
const blank = newNote(fullNote().id, '', '');

test('each part of the plan is said in words once, as paper says it', () => {
  const said = Object.fromEntries(DEVIATION_FIELDS.map((field) => [field, planWords(fullNote(), field, say, 'en-GB')]));
  expect(said).toMatchInlineSnapshot(`
    {
      "approverRole": "Deputy director",
      "costCap": "£500",
      "dataUse": "Data about people without their names
    The data is made up and labelled so
    Contracts Finder
    DPIA: DPIA 12",
      "environment": "Test system",
      "hypothesis": "If one page, then 6 in 10 answer, because it takes five minutes",
      "method": "By post",
      "metrics": "Main: Answers. Now 20%, target 60%.
    Must not get worse: Calls. Now 4, target 5.",
      "ownerRole": "Policy lead",
      "plannedEnd": "4 December 2026",
      "plannedStart": "9 November 2026",
      "problem": "Two in ten suppliers answer – “too long”, they say.",
      "riskiestAssumption": "They read letters at all",
      "sample": "40 suppliers
    by lot
    80% to see 20 points",
      "stopRules": "More than five complain",
      "successRule": "60% or more answer",
      "title": "Do shorter letters get answers?",
      "users": "Suppliers under 50 staff",
    }
  `);
});

test('what a new note says of its plan by itself is said too, and nothing else', () => {
  const said = DEVIATION_FIELDS.filter((field) => planWords(blank, field, say, 'en-GB') !== '');
  expect(said).toEqual(['dataUse', 'environment']);
});

test('a deviation is from what counted until then: as it was locked, or what the last one made of it', () => {
  const recorded = (...all: readonly (readonly [DeviationField, string, number?])[]) => ({
    ...fullNote(),
    deviations: all.map(([field, to, pence], at) => ({
      id: `${at}`,
      at: '2026-11-14T09:00:00.000Z',
      field,
      from: '',
      to,
      because: 'It had to be',
      ...(pence === undefined ? {} : { toValue: { kind: 'money', pence } as const }),
    })),
  });
  const from = (field: DeviationField, note: ReturnType<typeof recorded>) => countedUntilNow(note, field, say, 'en-GB');
  expect(from('costCap', recorded())).toEqual({ from: '£500', fromValue: { kind: 'money', pence: 50_000 } });
  const twice = recorded(['costCap', '£50', 5_000], ['method', 'By phone'], ['costCap', 'a bit more']);
  // What is only words changes no cap.
  expect(from('costCap', twice)).toEqual({ from: '£50', fromValue: { kind: 'money', pence: 5_000 } });
  expect(from('method', twice)).toEqual({ from: 'By phone' });
  expect(from('users', twice)).toEqual({ from: 'Suppliers under 50 staff' });
  expect(from('plannedEnd', twice)).toEqual({
    from: '4 December 2026',
    fromValue: { kind: 'day', day: '2026-12-04' },
  });
  expect(from('costCap', { ...recorded(['costCap', 'a bit']), costCap: null })).toEqual({ from: 'a bit' });
});
