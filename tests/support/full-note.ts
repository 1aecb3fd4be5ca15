import { GUARDRAILS } from '#domain/note/guardrails.ts';
import { planText } from '#domain/note/plan.ts';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { sha256 } from './notes-made.ts';

const AT = '2026-11-20T10:00:00.000Z';
const HASH = 'c0ffee'.padEnd(64, '0');

/** Every field holds something that it does not hold by itself. */
export function fullNote(): Note {
  const planned: Note = {
    ...newNote('0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5aa', '2026-11-02T09:00:00.000Z', 'Do shorter letters get answers?'),
    kind: 'pilot',
    template: 'marketSounding',
    stage: 'explore',
    problem: 'Two in ten suppliers answer – “too long”, they say.',
    users: 'Suppliers under 50 staff',
    riskiestAssumption: 'They read letters at all',
    hypothesis: { change: 'one page', effect: '6 in 10 answer', because: 'it takes five minutes' },
    metrics: [
      {
        id: 'm1',
        name: 'Answers',
        unit: '%',
        role: 'primary',
        baseline: 20,
        target: 60,
        direction: 'up',
        source: 'Mail log',
      },
      {
        id: 'm2',
        name: 'Calls',
        unit: '',
        role: 'guardrail',
        baseline: 4,
        target: 5,
        direction: 'down',
        source: 'Desk',
      },
    ],
    successRule: '60% or more answer',
    stopRules: [{ id: 's1', text: 'More than five complain' }],
    method: 'By post',
    sample: { unit: 'suppliers', planned: 40, chosen: 'by lot', power: '80% to see 20 points' },
    dataUse: { personal: 'pseudonymised', synthetic: true, sources: ['Contracts Finder'], dpiaRef: 'DPIA 12' },
    environment: 'test',
    costCap: 500,
    dates: { plannedStart: '2026-11-09', plannedEnd: '2026-12-04', start: '2026-11-10', end: '2026-12-11' },
    ownerRole: 'Policy lead',
    approverRole: 'Deputy director',
    guardrails: Object.fromEntries(GUARDRAILS.map((one) => [one, { answer: 'yes', note: `About ${one}` }])),
  };
  const text = planText(planned);
  return {
    ...planned,
    status: 'decided',
    ending: { kind: 'superseded', by: '0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5bb' },
    costs: [
      { id: 'c1', day: '2026-11-12', pounds: 120.1, what: 'Print' },
      { id: 'c2', day: '2026-11-13', pounds: 0.2, what: 'Stamps' },
    ],
    team: ['Analyst'],
    consulted: ['Commercial'],
    risks: ['Nobody answers'],
    plan: { hash: sha256(text), lockedAt: '2026-11-09T09:00:00.000Z', text },
    deviations: [
      { id: 'd1', at: AT, field: 'costCap', from: '£500', to: '£700.50', because: 'Stamps cost more' },
      { id: 'd2', at: AT, field: 'plannedEnd', from: '4 December 2026', to: '11 December 2026', because: 'A strike' },
      {
        id: 'd3',
        at: AT,
        field: 'plannedEnd',
        from: '11 December 2026',
        to: 'when they are back',
        because: 'A strike',
      },
      { id: 'd4', at: AT, field: 'method', from: 'By post', to: 'By post\nand phone', because: 'Few letters came' },
    ].map((row) => ({ ...row, ...VALUES[row.id] })),
    stop: { rule: 's1', because: 'Six complained', day: '2026-12-11' },
    results: [
      { id: 'r1', metric: 'm1', group: 'Short', n: 40, value: 64, low: 48.5, high: 77.2, exploratory: true },
      { id: 'r2', metric: 'm2', group: '', n: 40, value: -0.5, low: null, high: null, exploratory: false },
    ],
    noUsableData: 'Week one was lost',
    exploratory: 'Blue envelopes',
    files: [{ sha256: HASH, name: 'letter.png', type: 'image/png', size: 1234, alt: 'The letter' }],
    text: '## Seen\n\nThey *answer*.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    learning: 'Shorter is better',
    confidence: { level: 'medium', because: 'Forty is few' },
    decision: { choice: 'adapt', because: 'It works', byRole: 'Deputy director', day: '2026-12-14' },
    next: ['Write to all'],
    citations: [
      {
        ...{ id: 'q1', pack: 'engage-early', packTitle: 'Engage early', version: '2026.11', release: 3 },
        ...{ page: 'why-talk', section: 'when', title: 'Why talk', heading: 'When', hash: HASH },
        ...{ quote: 'Start when you can.', at: AT, declined: 'gone' },
      },
    ],
    links: [{ kind: 'report', id: 'r-1' }],
    tags: ['letters'],
    comments: [{ id: 'k1', at: AT, byRole: 'Analyst', text: 'Try Welsh' }],
    notPersonal: ['Contracts Finder'],
    marking: 'OFFICIAL',
    licence: 'OGL 3.0',
    changed: '2026-12-14T09:00:00.000Z',
  };
}

const VALUES: Readonly<Record<string, Pick<Note['deviations'][number], 'fromValue' | 'toValue'>>> = {
  d1: { fromValue: { kind: 'money', pence: 50_000 }, toValue: { kind: 'money', pence: 70_050 } },
  d2: { fromValue: { kind: 'day', day: '2026-12-04' }, toValue: { kind: 'day', day: '2026-12-11' } },
  d3: { fromValue: { kind: 'day', day: '2026-12-11' } },
};
