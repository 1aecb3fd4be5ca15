import { type FieldsWith, fieldsWith } from '../fields.ts';
import { deviationsNow, isDeviationField, UNLOCKED } from '../plan-now.ts';
import { isPlanned, type PlannedValue } from '../planned-value.ts';
import type { Metric, Note } from '../record/note.ts';
import { type Block, dayAt, dayOf, fact, figureOf, list, type Phrase, prose, said, table, words } from './block.ts';
import { isSimple, simpleBlocks } from './simple-blocks.ts';

type OwnField = Extract<FieldsWith<'paper', 'plan'>, FieldsWith<'value', 'own'>>;

/** How the test is made and judged, as it was locked. @param all also what a new note says by itself */
export const planBlocks = (note: Note, all: boolean): readonly Block[] =>
  fieldsWith('paper', 'plan').flatMap((field) => (isSimple(field) ? simpleBlocks(note, field) : OWN[field](note, all)));

/** What the table cannot say by itself; a field that is missing here does not compile. */
const OWN: Readonly<Record<OwnField, (note: Note, all: boolean) => readonly Block[]>> = {
  hypothesis: ({ hypothesis }) => {
    const isSaid = [hypothesis.change, hypothesis.effect, hypothesis.because].some((part) => part.trim() !== '');
    return list(
      'hypothesis',
      'note.field.hypothesis',
      isSaid
        ? (['change', 'effect', 'because'] as const).map((part) =>
            hypothesis[part].trim() === '' ? [] : [said(`note.hypothesis.${part}`), ...words(hypothesis[part])],
          )
        : [],
    );
  },
  metrics: metricsTable,
  stopRules: ({ stopRules }) =>
    list(
      'stopRules',
      'note.field.stopRules',
      stopRules.map(({ text }) => words(text)),
    ),
  sample: ({ sample }) => [
    ...fact('sample', 'note.field.sample', [...figureOf(sample.planned, sample.unit), ...unitAlone(sample)]),
    ...prose('sample.chosen', 'note.sample.chosen', sample.chosen),
    ...prose('sample.power', 'note.sample.power', sample.power),
  ],
  dataUse: (note, all) => {
    const { personal, synthetic, sources, dpiaRef } = note.dataUse;
    return list(
      'dataUse',
      'note.field.dataUse',
      all || isSaid(note)
        ? [
            [said(`note.dataUse.said.${personal}`)],
            synthetic ? [said('note.dataUse.synthetic')] : [],
            ...sources.map(words),
            dpiaRef === '' ? [] : [said('note.dataUse.dpia.said', { reference: dpiaRef })],
          ]
        : [],
    );
  },
  environment: (note, all) =>
    fact(
      'environment',
      'note.field.environment',
      all || isSaid(note) ? [said(`note.environment.${note.environment}`)] : [],
    ),
  dates: ({ dates }) => [
    ...fact('dates.plannedStart', 'note.field.plannedStart', dayOf(dates.plannedStart)),
    ...fact('dates.plannedEnd', 'note.field.plannedEnd', dayOf(dates.plannedEnd)),
  ],
};

/** Until a plan is locked, what a new note says of data and place by itself was said by nobody. */
const isSaid = ({ plan, dataUse, environment }: Note): boolean =>
  plan !== null ||
  environment !== 'sandbox' ||
  dataUse.personal !== 'none' ||
  dataUse.synthetic ||
  dataUse.sources.length > 0 ||
  dataUse.dpiaRef !== '';

const unitAlone = ({ planned, unit }: Note['sample']): Phrase => (planned === null ? words(unit) : []);

/** The main measure first. */
export const inOrder = (metrics: readonly Metric[]): readonly Metric[] =>
  metrics.toSorted((one, other) => Number(other.role === 'primary') - Number(one.role === 'primary'));

function metricsTable({ metrics }: Note): readonly Block[] {
  const all = inOrder(metrics);
  const column = (cell: (metric: Metric) => Phrase) => all.map(cell);
  return table('metrics', 'note.field.metrics', [
    { label: 'note.measure.name', isFigure: false, cells: column(({ name }) => words(name)) },
    { label: 'note.measure.role', isFigure: false, cells: column(({ role }) => [said(`note.measure.role.${role}`)]) },
    { label: 'note.measure.now', isFigure: true, cells: column(({ baseline, unit }) => figureOf(baseline, unit)) },
    { label: 'note.measure.target', isFigure: true, cells: column(({ target, unit }) => figureOf(target, unit)) },
    {
      label: 'note.measure.direction',
      isFigure: false,
      cells: column(({ direction }) => [said(`note.measure.direction.${direction}`)]),
    },
    { label: 'outline.source', isFigure: false, cells: column(({ source }) => words(source)) },
  ]);
}

/** What became otherwise, and why, in the order in which it was recorded. */
export function deviationBlocks(note: Note): readonly Block[] {
  const { deviations } = note;
  const isNow = new Set(deviationsNow(note));
  const value = (kept: PlannedValue | undefined, said: string): Phrase => (isPlanned(kept) ? [kept] : words(said));
  return table('deviations', null, [
    { label: 'outline.when', isFigure: false, cells: deviations.map(({ at }) => dayAt(at)) },
    {
      label: 'note.deviation.field',
      isFigure: false,
      cells: deviations.map((one) => [fieldOf(one.field), ...(isNow.has(one) ? [] : earlier(one.field))]),
    },
    { label: 'outline.from', isFigure: false, cells: deviations.map((one) => value(one.fromValue, one.from)) },
    { label: 'outline.to', isFigure: false, cells: deviations.map((one) => value(one.toValue, one.to)) },
    { label: 'note.because', isFigure: false, cells: deviations.map(({ because }) => words(because)) },
  ]);
}

const earlier = (field: string): Phrase => (field === UNLOCKED ? [] : [said('outline.beforeUnlock')]);

function fieldOf(field: string): Phrase[number] {
  if (field === UNLOCKED) return said('note.unlock.happened');
  return isDeviationField(field) ? said(`note.field.${field}`) : { kind: 'words', text: field };
}
