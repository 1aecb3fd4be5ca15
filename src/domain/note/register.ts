import { shortened } from '../shortened.ts';
import { STAGES, type Stage } from '../stage.ts';
import { DECISIONS, STATUSES, type Status } from './choices.ts';
import { costMeter } from './cost.ts';
import { type FieldsWith, fieldsWith } from './fields.ts';
import { FORMS, type Form, PLAIN } from './form.ts';
import { sumNow } from './plan-now.ts';
import type { SumField } from './planned-kind.ts';
import type { Note } from './record/note.ts';
import { unreadFields } from './record/unread-fields.ts';
import { ruleHit } from './rule-hit.ts';

/** What the register shows of a note. Stopped and failed ones are in it like all others, so that nobody repeats them. */
export interface RegisterRow {
  readonly id: string;
  readonly question: string;
  readonly ownerRole: string;
  readonly state: RegisterState;
  /** It was stopped, however far it has come since. */
  readonly stopped: boolean;
  readonly decision: DecisionState;
  /** Of the decision, the stop or the ending; empty where there is none. */
  readonly because: string;
  /** `unread` where a newer Satchel says another. */
  readonly kind: Note['kind'] | 'unread';
  /** The template it was begun with; empty for none, `PLAIN` for a note that is no experiment. */
  readonly template: string;
  readonly stage: Stage | null;
  readonly spent: number;
  readonly cap: number | null;
  /** Pounds, as they stand after deviations. */
  readonly sums: Readonly<Partial<Record<string, number | null>>>;
  readonly changed: string;
  readonly tags: readonly string[];
}

type Decision = (typeof DECISIONS)[number];
/** `unread` where a newer Satchel says how it stands. */
export type RegisterState = Status | 'abandoned' | 'superseded' | 'unread';

/** `unread` where a newer Satchel decided something that is not known here. */
export type DecisionState = Decision | 'none' | 'unread';

export const DECISION_STATES: readonly DecisionState[] = [...DECISIONS, 'none'];
export const REGISTER_STATES: readonly RegisterState[] = [...STATUSES, 'abandoned', 'superseded'];

/** Values of one group are alternatives; an empty group narrows nothing. */
export interface RegisterFilters {
  readonly forms: readonly Form[];
  readonly states: readonly RegisterState[];
  readonly decisions: readonly DecisionState[];
  readonly stages: readonly Stage[];
  readonly owners: readonly string[];
  readonly tags: readonly string[];
}

/** Sums of pounds that have a column. */
export type SumColumn = Extract<FieldsWith<'register', true>, SumField>;
export const SUM_COLUMNS: readonly SumColumn[] = fieldsWith('register', true);
export const isSumColumn = (column: Column): column is SumColumn => SUM_COLUMNS.some((one) => one === column);

const OWN_COLUMNS = ['question', 'state', 'decision', 'kind', 'spent'] as const;
type OwnColumn = (typeof OWN_COLUMNS)[number] | 'changed';
export type Column = OwnColumn | SumColumn;
/** From left to right. */
export const COLUMNS: readonly Column[] = [...OWN_COLUMNS, ...SUM_COLUMNS, 'changed'];

export interface RegisterOrder {
  readonly column: Column;
  readonly descending: boolean;
}

export const NEWEST_FIRST: RegisterOrder = { column: 'changed', descending: true };
export const NO_REGISTER_FILTERS: RegisterFilters = {
  forms: [],
  states: [],
  decisions: [],
  stages: [],
  owners: [],
  tags: [],
};

/** The same as `formOf` says of the whole note. */
export const formOfRow = ({ template, state }: Pick<RegisterRow, 'template' | 'state'>): Form =>
  template === PLAIN && state === 'idea' ? 'note' : 'experiment';

/** The lists that stand ready beside the register. */
export const VIEWS = {
  all: {},
  running: { states: ['running'] },
  waiting: { states: ['analysed'] },
  stopped: { states: ['stopped', 'abandoned'] },
} as const satisfies Readonly<Record<string, Partial<RegisterFilters>>>;

/** A row is read by the thousand, so it holds no more of a long reason than the table shows. */
const LONGEST_REASON = 160;

export function registerState(note: Pick<Note, 'ending' | 'status' | 'unread'>): RegisterState {
  const isUnread = unreadFields(note).some((field) => field === 'status' || field === 'ending');
  return isUnread ? 'unread' : (note.ending?.kind ?? note.status);
}

export const registerKind = (note: Pick<Note, 'kind' | 'unread'>): RegisterRow['kind'] =>
  unreadFields(note).includes('kind') ? 'unread' : note.kind;

export function registerRow(note: Note): RegisterRow {
  const { spent, cap } = costMeter(note);
  const { ending, stop, decision } = note;
  const why =
    decision?.because || (ending?.kind === 'abandoned' ? ending.because : '') || stop?.because || ruleHit(note);
  return {
    id: note.id,
    question: note.title,
    ownerRole: note.ownerRole,
    state: registerState(note),
    stopped: stop !== null,
    decision: unreadFields(note).includes('decision') ? 'unread' : (decision?.choice ?? 'none'),
    because: shortened(why, LONGEST_REASON),
    kind: registerKind(note),
    template: note.template,
    stage: note.stage,
    spent,
    cap,
    sums: Object.fromEntries(SUM_COLUMNS.map((field) => [field, sumNow(note, field)])),
    changed: note.changed,
    tags: note.tags,
  };
}

/**
 * Whether all that lists do with a row can be done with this one: a note of a newer Satchel may have made it.
 */
export function isSoundRow(row: RegisterRow): boolean {
  return (
    isText(row.id) &&
    isText(row.question) &&
    isText(row.ownerRole) &&
    isText(row.state) &&
    typeof row.stopped === 'boolean' &&
    isText(row.decision) &&
    isText(row.because) &&
    isText(row.kind) &&
    isText(row.template) &&
    isText(row.changed) &&
    (row.stage === null || isText(row.stage)) &&
    Number.isFinite(row.spent) &&
    isSum(row.cap) &&
    SUM_COLUMNS.every((field) => isSum(row.sums[field])) &&
    Array.isArray(row.tags) &&
    row.tags.every(isText)
  );
}

const isSum = (sum: number | null | undefined): boolean => sum === null || sum === undefined || Number.isFinite(sum);

/** What is listed of a note that cannot be read: that it is there, its title and its time where they are words. */
export const bareRow = ({
  id,
  question,
  changed,
}: { readonly id: string } & Readonly<Record<string, unknown>>): RegisterRow => ({
  id,
  question: isText(question) ? question : '',
  ownerRole: '',
  state: 'unread',
  stopped: false,
  decision: 'unread',
  because: '',
  kind: 'unread',
  template: '',
  stage: null,
  spent: 0,
  cap: null,
  sums: Object.fromEntries(SUM_COLUMNS.map((field) => [field, null])),
  changed: isText(changed) ? changed : '',
  tags: [],
});

const isText = (value: unknown): value is string => typeof value === 'string';

export function passesRegister(row: RegisterRow, filters: Partial<RegisterFilters>): boolean {
  const { forms = [], states = [], decisions = [], stages = [], owners = [], tags = [] } = filters;
  const form = formOfRow(row);
  // A plain note stands nowhere on the walk, and nothing was to be decided in it.
  const walks = form === 'experiment';
  return (
    (forms.length === 0 || forms.includes(form)) &&
    (states.length === 0 || (walks && statesOf(row).some((state) => states.includes(state)))) &&
    (decisions.length === 0 || (walks && decisions.includes(row.decision))) &&
    (stages.length === 0 || (row.stage !== null && stages.includes(row.stage))) &&
    (owners.length === 0 || owners.includes(row.ownerRole)) &&
    (tags.length === 0 || tags.some((tag) => row.tags.includes(tag)))
  );
}

/** How it stands; what was stopped stays in that list when it has been analysed and decided, so that nobody repeats it. */
const statesOf = ({ state, stopped }: RegisterRow): readonly RegisterState[] =>
  stopped && state !== 'stopped' ? [state, 'stopped'] : [state];

/** Whether a stopped or failed experiment could be in the list: its status is not filtered away. */
export const showsStopped = ({ states }: Pick<RegisterFilters, 'states'>): boolean =>
  states.length === 0 || VIEWS.stopped.states.some((state) => states.includes(state));

export const isNarrowed = ({ forms, states, decisions, stages, owners, tags }: RegisterFilters): boolean =>
  forms.length + states.length + decisions.length + stages.length + owners.length + tags.length > 0;

/**
 * In the order of a column; what is equal there stands newest first, then by id, so that the order never wavers.
 * @param kindWords what the column Kind says of a row
 */
export function inOrder(
  rows: readonly RegisterRow[],
  { column, descending }: RegisterOrder,
  locale = 'en-GB',
  kindWords: (row: RegisterRow) => string = ({ kind }) => kind,
): readonly RegisterRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const by = (a: RegisterRow, b: RegisterRow): number => {
    // What was never said is less than nothing.
    if (isSumColumn(column)) return (a.sums[column] ?? -1) - (b.sums[column] ?? -1);
    switch (column) {
      case 'question':
        return compare(a.question, b.question);
      case 'state':
        return statePlace(a) - statePlace(b);
      case 'decision':
        return decisionPlace(a) - decisionPlace(b);
      case 'kind':
        return compare(kindWords(a), kindWords(b));
      case 'spent':
        return a.spent - b.spent;
      case 'changed':
        return textOrder(a.changed, b.changed);
    }
  };
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * by(a, b) || textOrder(b.changed, a.changed) || textOrder(a.id, b.id));
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Plain notes stand after all experiments. */
const statePlace = (row: RegisterRow): number =>
  formOfRow(row) === 'note' ? REGISTER_STATES.length + 1 : [...REGISTER_STATES, 'unread'].indexOf(row.state);

const decisionPlace = (row: RegisterRow): number => {
  if (formOfRow(row) === 'note') return DECISIONS.length + 1;
  const { decision } = row;
  // Decided, but not how: after all that is known, before what is open.
  if (decision === 'unread') return DECISIONS.length - 0.5;
  return decision === 'none' ? DECISIONS.length : DECISIONS.indexOf(decision);
};

export interface RegisterCounts {
  readonly forms: ReadonlyMap<Form, number>;
  readonly states: ReadonlyMap<RegisterState, number>;
  readonly decisions: ReadonlyMap<DecisionState, number>;
  readonly stages: ReadonlyMap<Stage, number>;
  readonly owners: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
}

/** How many rows each value of a group has if the other groups are applied: what the filters say beside their names. */
export function countRegister(rows: readonly RegisterRow[], filters: RegisterFilters): RegisterCounts {
  const count = <V>(
    without: Partial<RegisterFilters>,
    all: Iterable<V>,
    valuesIn: (row: RegisterRow) => readonly V[],
  ): ReadonlyMap<V, number> => {
    const counts = new Map<V, number>([...all].map((value) => [value, 0]));
    const others = { ...filters, ...without };
    for (const row of rows) {
      const values = valuesIn(row);
      if (values.length === 0 || !passesRegister(row, others)) continue;
      for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  const ownerOf = ({ ownerRole }: RegisterRow): readonly string[] => (ownerRole === '' ? [] : [ownerRole]);
  const walked = <V>(row: RegisterRow, ...values: readonly V[]): readonly V[] =>
    formOfRow(row) === 'note' ? [] : values;
  return {
    forms: count({ forms: [] }, FORMS, (row) => [formOfRow(row)]),
    states: count({ states: [] }, REGISTER_STATES, (row) => walked(row, ...statesOf(row))),
    decisions: count({ decisions: [] }, DECISION_STATES, (row) => walked(row, row.decision)),
    stages: count({ stages: [] }, STAGES, ({ stage }) => (stage === null ? [] : [stage])),
    owners: count({ owners: [] }, new Set(rows.flatMap(ownerOf)), ownerOf),
    tags: count({ tags: [] }, new Set(rows.flatMap(({ tags }) => tags)), ({ tags }) => tags),
  };
}
