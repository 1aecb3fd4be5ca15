import { poundsText } from '../../pounds-text.ts';
import { type CostMeter, costMeter } from '../cost.ts';
import { FIELDS, type FieldsWith, fieldsWith } from '../fields.ts';
import { isExperiment } from '../form.ts';
import { GUARDRAILS, guardrailState } from '../guardrails.ts';
import type { PlanStanding } from '../plan.ts';
import { type DeviationField, endNow } from '../plan-now.ts';
import type { Note } from '../record/note.ts';
import { isForReading, unreadFields, unreadWord } from '../record/unread-fields.ts';
import { registerRow } from '../register.ts';
import { ruleHit } from '../rule-hit.ts';
import { stateWords } from '../state-words.ts';
import { templateOf } from '../templates.ts';
import { type Block, dayAt, dayOf, fact, list, type Phrase, prose, type Section, said, words } from './block.ts';
import { deviationBlocks, planBlocks } from './plan-blocks.ts';
import { mainFigure, resultBlocks } from './result-blocks.ts';
import { isSimple, simpleBlocks } from './simple-blocks.ts';

/**
 * A note as a document: what was asked and decided, how sure that is and what comes next first, then all that it rests
 * on. What was never written is not in it. Its title stands above.
 * @param standing how its locked plan stands to its fingerprint, `null` where that is not known
 * @param all also what a new note says by itself
 */
export function outline(note: Note, standing: PlanStanding | null, all = false): readonly Section[] {
  const sections: readonly Section[] = isExperiment(note) ? experiment(note, standing, all) : plain(note, all);
  const read = isForReading(note) ? withUnread(note, sections) : sections;
  return read.filter(({ blocks }) => blocks.length > 0);
}

/** Choices of a newer Satchel as it wrote them, never what stands in their place; those that are no word by name. */
function withUnread(note: Note, sections: readonly Section[]): readonly Section[] {
  const paths = (note.unread ?? []).map(({ path }) => path.join('.'));
  const isUnread = (path: string): boolean =>
    paths.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
  const blockOf = (block: Block): readonly Block[] => {
    // What is judged and drawn rests on what the measures say.
    if (!isUnread(block.path) && !(block.kind === 'charts' && isUnread('metrics'))) return [block];
    const word = unreadWord(note, block.path);
    return word !== null && block.kind === 'fact' ? [{ ...block, value: words(word) }] : [];
  };
  const told = list(
    'unread',
    'outline.unread',
    unreadFields(note).map((field) => [said(`note.field.${field}`)]),
  );
  return sections.map((section) => ({
    ...section,
    blocks: [...(section.id === 'answer' ? told : []), ...section.blocks.flatMap(blockOf)],
  }));
}

/** What the document says of one part of the plan, also what a new note says by itself. */
export const outlinePart = (note: Note, part: DeviationField): readonly Block[] =>
  [...planBlocks(note, true), ...ABOUT.flatMap((field) => blocksOf(note, field, true))].filter(
    ({ path }) => path === `dates.${part}` || path.split('.')[0] === part,
  );

function experiment(note: Note, standing: PlanStanding | null, all: boolean): readonly Section[] {
  return [
    { id: 'answer', label: null, blocks: answer(note) },
    { id: 'about', label: 'note.about', blocks: about(note, all) },
    { id: 'plan', label: 'note.plan', blocks: planBlocks(note, all) },
    { id: 'results', label: 'note.field.results', blocks: resultBlocks(note) },
    { id: 'deviations', label: 'note.field.deviations', blocks: deviationBlocks(note) },
    { id: 'guardrails', label: 'note.field.guardrails', blocks: guardrails(note) },
    ...last(note),
    { id: 'record', label: 'outline.record', blocks: record(note, standing) },
  ];
}

/** Its text, and whatever stands in fields of an experiment that the note was or came as: no word is out of sight. */
function plain(note: Note, all: boolean): readonly Section[] {
  const held = experiment(note, null, all)
    .filter(({ id }) => id !== 'record')
    .map((section) => ({ ...section, blocks: section.blocks.filter(({ path }) => !OF_ANY.has(path)) }));
  return [
    { id: 'answer', label: null, blocks: note.text.trim() === '' ? [] : [{ kind: 'text', path: 'text', label: null }] },
    ...held.filter(({ id }) => id !== 'about' && id !== 'comments' && id !== 'sources'),
    ...last(note),
    {
      id: 'about',
      label: 'note.about',
      blocks: [
        ...held.flatMap(({ id, blocks }) => (id === 'about' ? blocks : [])),
        ...shelf(note),
        ...record(note, null),
      ],
    },
  ];
}

/** What a plain note says in its own places, or not at all. */
const OF_ANY: ReadonlySet<string> = new Set(['text', 'status', 'kind', 'tags', 'licence']);

const last = (note: Note): readonly Section[] => [
  { id: 'comments', label: 'note.field.comments', blocks: comments(note) },
  {
    id: 'sources',
    label: null,
    blocks: note.citations.length > 0 ? [{ kind: 'citations', path: 'citations' }] : [],
  },
  ...(note.files.length > 0
    ? [{ id: 'sources' as const, label: null, blocks: [{ kind: 'files', path: 'files' } as const] }]
    : []),
];

/** What a director reads: what was decided, how sure and why, the figure beside its target, what it cost, what is next. */
function answer(note: Note): readonly Block[] {
  const { decision, confidence, stop, ending } = note;
  return [
    ...(decision
      ? [
          ...fact('decision', 'note.field.decision', [said(`note.decision.${decision.choice}`)]),
          ...prose('decision.because', 'outline.decision.because', decision.because),
          ...fact('decision.byRole', 'note.decision.byRole', [...words(decision.byRole), ...dayOf(decision.day)]),
        ]
      : fact('status', 'outline.standing', [said(stateWords(registerRow(note).state))])),
    ...fact('stop.rule', 'outline.stopped.on', [...dayOf(stop?.day ?? null), ...words(ruleHit(note))]),
    ...prose('stop.because', 'outline.stopped', stop?.because ?? ''),
    ...prose('ending.because', 'outline.abandoned', ending?.kind === 'abandoned' ? ending.because : ''),
    ...fact(
      'confidence',
      'note.field.confidence',
      confidence.level ? [said(`note.confidence.${confidence.level}`)] : [],
    ),
    ...prose('confidence.because', 'outline.confidence.because', confidence.because),
    ...mainFigure(note),
    ...fact('costs', 'print.spent', spentOf(costMeter(note))),
    ...simpleBlocks(note, 'next'),
  ];
}

function spentOf({ spent, cap }: CostMeter): Phrase {
  if (cap !== null) return [said('print.spent.of', { spent: poundsText(spent), cap: poundsText(cap) })];
  return spent === 0 ? [] : [said('print.spent.uncapped', { spent: poundsText(spent) })];
}

type OwnField = Extract<FieldsWith<'paper', 'about'>, FieldsWith<'value', 'own'>>;

/** What the table cannot say by itself; a field that is missing here does not compile. */
const OWN: Readonly<Record<OwnField, (note: Note, all: boolean) => readonly Block[]>> = {
  kind: (note, all) => {
    const template = templateOf(note);
    const isKindOf = template ? (`template.${template.id}.name` as const) : (`kind.${note.kind}` as const);
    return template || note.kind !== 'desk' || note.plan || all
      ? fact('kind', 'note.field.kind', [said(isKindOf)])
      : [];
  },
  tags: ({ tags }) => fact('tags', 'note.field.tags', words(tags.join(', '))),
  licence: ({ licence }) => fact('licence', 'note.field.licence', words(licence)),
};

function about(note: Note, all: boolean): readonly Block[] {
  const { dates } = note;
  return [
    ...(note.decision ? fact('status', 'note.field.status', [said(stateWords(registerRow(note).state))]) : []),
    ...ABOUT.filter((field) => !isOnShelf(field)).flatMap((field) => blocksOf(note, field, all)),
    ...fact('dates.start', 'note.dates.start', dayOf(dates.start)),
    ...fact('dates.end', 'note.dates.end', dayOf(dates.end)),
    ...(dates.end === null ? fact('dates.plannedEnd', 'note.field.plannedEnd', dayOf(endNow(note))) : []),
    ...shelf(note),
  ];
}

const ABOUT = fieldsWith('paper', 'about');
const blocksOf = (note: Note, field: (typeof ABOUT)[number], all = false): readonly Block[] =>
  isSimple(field) ? simpleBlocks(note, field) : OWN[field](note, all);

/** What a plain note says of itself too. */
const isOnShelf = (field: (typeof ABOUT)[number]): boolean => FIELDS[field].plain && field !== 'kind';
const shelf = (note: Note): readonly Block[] => ABOUT.filter(isOnShelf).flatMap((field) => blocksOf(note, field));

/** Those that were answered, what is not met first. */
function guardrails(note: Note): readonly Block[] {
  const stateOf = (one: (typeof GUARDRAILS)[number]) => guardrailState(note, one);
  const answered = GUARDRAILS.filter((one) => stateOf(one) !== 'open');
  const order = answered.toSorted((one, other) => Number(stateOf(other) === 'red') - Number(stateOf(one) === 'red'));
  return list(
    'guardrails',
    null,
    order.map((one) => [
      said(`note.guardrail.state.${stateOf(one)}`),
      said(`guardrail.${one}`),
      ...words(note.guardrails[one]?.note ?? ''),
    ]),
  );
}

const comments = ({ comments }: Note): readonly Block[] =>
  list(
    'comments',
    null,
    comments.map(({ at, byRole, text }) => [...words(byRole), ...dayAt(at), ...words(text)]),
  );

/** What proves that a note is what it was: for those who ask. */
function record({ plan, created, changed, id }: Note, standing: PlanStanding | null): readonly Block[] {
  return [
    ...fact('plan.lockedAt', 'outline.locked', plan ? dayAt(plan.lockedAt) : []),
    ...fact('plan', 'outline.locked.standing', plan && standing ? [said(`note.plan.standing.${standing}`)] : []),
    ...fact('plan.hash', 'outline.fingerprint', plan ? words(plan.hash) : []),
    ...fact('created', 'note.field.created', dayAt(created)),
    ...fact('changed', 'note.field.changed', dayAt(changed)),
    ...fact('id', 'note.field.id', words(id)),
  ];
}
