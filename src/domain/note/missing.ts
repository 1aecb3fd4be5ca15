import type { Day } from '../day.ts';
import type { Status } from './choices.ts';
import { GUARDRAILS, type Guardrail, guardrailState } from './guardrails.ts';
import { endsBeforeStart } from './plan-now.ts';
import type { Note } from './record/note.ts';

/** One thing that a step still asks for: which field, and of a guardrail which and whether it is red. */
export type Missing =
  | { readonly what: MissingField }
  | { readonly what: 'guardrail'; readonly guardrail: Guardrail; readonly red: boolean };

export type MissingField =
  | 'title'
  | 'problem'
  | 'hypothesis'
  | 'primaryMetric'
  | 'severalPrimaryMetrics'
  | 'baseline'
  | 'target'
  | 'successRule'
  | 'method'
  | 'sample'
  | 'plannedStart'
  | 'plannedEnd'
  | 'endBeforeStart'
  | 'endedBeforeStart'
  | 'startInFuture'
  | 'costCap'
  | 'stopRule'
  | 'ownerRole'
  | 'approverRole'
  | 'start'
  | 'stopReason'
  | 'result'
  | 'learning'
  | 'confidence'
  | 'decision'
  | 'decisionBecause'
  | 'next'
  | 'marking'
  | 'personalData';

/** Places in the note's own words that look like personal data and were not said to be none. */
export type FindPersonal = (note: Note) => number;

const isBlank = (text: string): boolean => text.trim() === '';

/** What a note lacks to enter a status, in the order of the form; empty when it may. @param today in the laptop's zone */
export function missingFor(note: Note, to: Status, findPersonal: FindPersonal, today: Day): readonly Missing[] {
  switch (to) {
    case 'idea':
      return fields([isBlank(note.title), 'title'], [isBlank(note.problem), 'problem']);
    case 'planned':
      return [...missingFor(note, 'idea', findPersonal, today), ...missingPlan(note)];
    case 'ready':
      return [
        ...missingFor(note, 'planned', findPersonal, today),
        ...missingGuardrails(note),
        ...fields([isBlank(note.approverRole), 'approverRole']),
      ];
    case 'running':
      return fields([note.dates.start === null, 'start'], startInFuture(note, today));
    case 'stopped':
      return fields([note.stop === null || (note.stop.rule === '' && isBlank(note.stop.because)), 'stopReason']);
    case 'analysed':
      return fields([!hasPrimaryResult(note) && isBlank(note.noUsableData), 'result'], startInFuture(note, today), [
        endsBeforeStart(note.dates.start, note.dates.end),
        'endedBeforeStart',
      ]);
    case 'decided':
      return fields(
        [isBlank(note.learning), 'learning'],
        [note.confidence.level === null || isBlank(note.confidence.because), 'confidence'],
        [note.decision === null, 'decision'],
        [note.decision !== null && isBlank(note.decision.because), 'decisionBecause'],
        [note.next.every(isBlank), 'next'],
      );
    case 'shared':
    case 'archived':
      return fields(
        startInFuture(note, today),
        [endsBeforeStart(note.dates.start, note.dates.end), 'endedBeforeStart'],
        [note.marking === null, 'marking'],
        [findPersonal(note) > 0, 'personalData'],
      );
  }
}

type Rule = readonly [lacks: boolean, what: MissingField];

const fields = (...rules: readonly Rule[]): readonly Missing[] =>
  rules.filter(([lacks]) => lacks).map(([, what]) => ({ what }));

/** What has begun began today at the latest. */
const startInFuture = ({ dates: { start } }: Note, today: Day): Rule => [
  start !== null && start > today,
  'startInFuture',
];

function missingPlan(note: Note): readonly Missing[] {
  const { hypothesis, metrics, dates, sample } = note;
  const primary = metrics.filter(({ role }) => role === 'primary');
  const [main] = primary;
  const { plannedStart, plannedEnd } = dates;
  return fields(
    [[hypothesis.change, hypothesis.effect, hypothesis.because].some(isBlank), 'hypothesis'],
    [main === undefined || isBlank(main.name), 'primaryMetric'],
    [primary.length > 1, 'severalPrimaryMetrics'],
    [main !== undefined && main.baseline === null, 'baseline'],
    [main !== undefined && main.target === null, 'target'],
    [isBlank(note.successRule), 'successRule'],
    [isBlank(note.method), 'method'],
    [isBlank(sample.unit) && isBlank(sample.chosen), 'sample'],
    [note.stopRules.every(({ text }) => isBlank(text)), 'stopRule'],
    [plannedStart === null, 'plannedStart'],
    [plannedEnd === null, 'plannedEnd'],
    [endsBeforeStart(plannedStart, plannedEnd), 'endBeforeStart'],
    [note.costCap === null, 'costCap'],
    [isBlank(note.ownerRole), 'ownerRole'],
  );
}

function missingGuardrails(note: Note): readonly Missing[] {
  return GUARDRAILS.flatMap((guardrail): readonly Missing[] => {
    const state = guardrailState(note, guardrail);
    return state === 'open' || state === 'red' ? [{ what: 'guardrail', guardrail, red: state === 'red' }] : [];
  });
}

/** A planned figure: what was only looked for afterwards does not count. */
function hasPrimaryResult({ metrics, results }: Note): boolean {
  const primary = new Set(metrics.filter(({ role }) => role === 'primary').map(({ id }) => id));
  return results.some(({ metric, value, exploratory }) => primary.has(metric) && value !== null && !exploratory);
}
