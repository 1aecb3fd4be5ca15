import { expect, test } from 'vitest';
import { DEVIATION_FIELDS } from '#domain/note/plan-now.ts';
import { newNote } from '#domain/note/record/note.ts';
import { sayIn } from '#domain/words/words.ts';
import { planWords } from '#rooms/notes/note/plan/plan-words.ts';
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
