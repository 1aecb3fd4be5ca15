// Three notes of one market sounding, each at another point of its walk: the plan still open, the plan locked while it
// runs near its cap, and stopped with results. For screens that must look right at each point.
import { GUARDRAILS } from '#domain/note/guardrails.ts';
import { planText } from '#domain/note/plan.ts';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { newFromTemplate, TEMPLATES } from '#domain/note/templates.ts';
import { sayIn } from '#domain/words/words.ts';
import { BINNED_NOTE, OPEN_NOTE, RUNNING_NOTE, STOPPED_NOTE } from './note-ids.ts';
import { sha256 } from './notes-made.ts';
import type { Seeded } from './seed-notes.ts';

const LATELY = '2027-04-02T09:00:00.000Z';
const template = TEMPLATES.find(({ id }) => id === 'marketSounding');

function sounding(id: string, title: string): Note {
  let rows = 0;
  const rowId = () => {
    rows += 1;
    return `row${rows}`;
  };
  const now = () => LATELY;
  const note = template ? newFromTemplate(template, sayIn('en-GB'), { id: () => id, rowId, now }) : newNote(id, LATELY);
  return {
    ...note,
    title,
    problem: 'Only two firms under 50 staff came to the last three supplier days. Ring Anwen Rees on 01632 960 123.',
    hypothesis: {
      change: 'we send suppliers one page, not four',
      effect: 'at least 6 in 10 will answer all our questions',
      because: 'busy people answer what they can read in five minutes',
    },
    ownerRole: 'Policy lead, rural grants',
    tags: ['suppliers', 'reading'],
  };
}

/** A whole plan with all guardrails answered, at Idea. */
export function planned(id: string, title: string): Note {
  const open = sounding(id, title);
  return {
    ...open,
    problem: 'Suppliers answer two of our ten questions.',
    metrics: open.metrics.map((metric) => ({ ...metric, baseline: 35, target: 60 })),
    successRule: '60% or more answer every question',
    sample: { unit: 'suppliers', planned: 10, chosen: 'From the published list, by chance', power: '' },
    dates: { plannedStart: '2027-04-01', plannedEnd: '2027-04-21', start: null, end: null },
    costCap: 500,
    approverRole: 'Deputy director',
    guardrails: Object.fromEntries(
      GUARDRAILS.map((one) => [
        one,
        one === 'aiChecked' ? { answer: 'notApplicable', note: 'No AI is used' } : { answer: 'yes', note: '' },
      ]),
    ),
  };
}

function running(id: string, title: string): Note {
  const plan = planned(id, title);
  const text = planText(plan);
  return {
    ...plan,
    status: 'running',
    plan: { text, hash: sha256(text), lockedAt: '2027-04-02T10:00:00.000Z' },
    dates: { ...plan.dates, start: '2027-04-05' },
    costs: [{ id: 'cost1', day: '2027-04-06', pounds: 420, what: 'Printing and post' }],
    deviations: [
      {
        id: 'deviation1',
        at: '2027-04-07T10:00:00.000Z',
        field: 'plannedEnd',
        from: '21 April 2027',
        to: '28 April 2027',
        because: 'Easter week has few answers.',
      },
    ],
    text: '## Day 6\n\nSeven of ten suppliers have answered. Five answered every question.\n',
    marking: 'OFFICIAL',
  };
}

function stopped(id: string, title: string): Note {
  const note = running(id, title);
  const [main] = note.metrics;
  const result = { metric: main?.id ?? '', group: 'One page', n: 7, value: 71.4, low: 35.9, high: 91.8 };
  return {
    ...note,
    status: 'stopped',
    dates: { ...note.dates, end: '2027-04-09' },
    stop: { rule: note.stopRules[0]?.id ?? '', because: 'A firm said so on the phone.', day: '2027-04-09' },
    results: [
      { id: 'result1', ...result, exploratory: false },
      { id: 'result2', ...result, group: 'Small firms only', exploratory: true },
    ],
    confidence: { level: 'low', because: 'Only seven firms answered.' },
    decision: {
      choice: 'testMore',
      because: 'Half is more than a third.',
      byRole: 'Deputy director',
      day: '2027-04-10',
    },
    comments: [{ id: 'comment1', at: '2027-04-10T09:00:00.000Z', byRole: 'Commercial lead', text: 'Try it in Welsh.' }],
  };
}

/** To be put into the app with `seedNotes`. */
export const workedNotes = (): readonly Seeded[] => [
  { note: sounding(OPEN_NOTE, 'Will small firms join a short call?') },
  { note: running(RUNNING_NOTE, 'Do shorter papers get better answers?') },
  {
    note: stopped(STOPPED_NOTE, 'Do pictures help suppliers answer?'),
    earlier: [planned(STOPPED_NOTE, 'Do pictures help?'), running(STOPPED_NOTE, 'Do pictures help suppliers answer?')],
  },
  { note: sounding(BINNED_NOTE, 'Is there a second question here?'), binned: true },
];
