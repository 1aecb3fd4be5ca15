import { type FieldsWith, fieldsWith } from '../fields.ts';
import type { MetricResult, Note } from '../record/note.ts';
import { type Block, dayOf, fact, figureOf, type Phrase, table, words } from './block.ts';
import { inOrder } from './plan-blocks.ts';
import { isSimple, simpleBlocks } from './simple-blocks.ts';

type OwnField = Extract<FieldsWith<'paper', 'results'>, FieldsWith<'value', 'own'>>;

/** What was found: figures, pictures, words. */
export const resultBlocks = (note: Note): readonly Block[] =>
  fieldsInOrder.flatMap((field) => (isSimple(field) ? simpleBlocks(note, field) : OWN[field](note)));

/** What the table cannot say by itself; a field that is missing here does not compile. */
const OWN: Readonly<Record<OwnField, (note: Note) => readonly Block[]>> = {
  results: (note) => {
    const { results, costs, metrics } = note;
    const order = inOrder(metrics).map(({ id }) => id);
    const place = ({ metric }: MetricResult): number => (order.indexOf(metric) + order.length + 1) % (order.length + 1);
    const sorted = results.filter(isWritten).toSorted((one, other) => place(one) - place(other));
    return [
      ...resultTable(
        note,
        'note.results.planned',
        sorted.filter(({ exploratory }) => !exploratory),
      ),
      ...resultTable(
        note,
        'note.results.exploratory',
        sorted.filter(({ exploratory }) => exploratory),
      ),
      ...(results.length > 0 || costs.length > 0 ? [{ kind: 'charts', path: 'results', which: 'rest' } as const] : []),
    ];
  },
  text: ({ text }) => (text.trim() === '' ? [] : [{ kind: 'text', path: 'text', label: 'note.field.text' }]),
  costs: ({ costs }) =>
    table('costs', 'note.field.costs', [
      { label: 'note.cost.day', isFigure: false, cells: costs.map(({ day }) => dayOf(day)) },
      { label: 'note.cost.what', isFigure: false, cells: costs.map(({ what }) => words(what)) },
      { label: 'note.cost.pounds', isFigure: true, cells: costs.map(({ pounds }) => figureOf(pounds, '£')) },
    ]),
};

/** Short words before the long text, and what it cost at the end. */
const LAST: readonly string[] = ['text', 'costs'] satisfies OwnField[];
const fieldsInOrder = fieldsWith('paper', 'results').toSorted((one, other) => LAST.indexOf(one) - LAST.indexOf(other));

const isWritten = ({ group, n, value, low, high }: MetricResult): boolean =>
  group.trim() !== '' || [n, value, low, high].some((figure) => figure !== null);

function resultTable(
  { metrics }: Note,
  label: 'note.results.planned' | 'note.results.exploratory',
  rows: readonly MetricResult[],
): readonly Block[] {
  const metricOf = ({ metric }: MetricResult) => metrics.find(({ id }) => id === metric);
  const figures = (key: 'value' | 'low' | 'high'): readonly Phrase[] =>
    rows.map((row) => figureOf(row[key], metricOf(row)?.unit));
  return table('results', label, [
    { label: 'note.result.metric', isFigure: false, cells: rows.map((row) => words(metricOf(row)?.name ?? '')) },
    { label: 'note.result.group', isFigure: false, cells: rows.map(({ group }) => words(group)) },
    { label: 'note.result.n', isFigure: true, cells: rows.map(({ n }) => figureOf(n)) },
    { label: 'note.result.value', isFigure: true, cells: figures('value') },
    { label: 'note.result.low', isFigure: true, cells: figures('low') },
    { label: 'note.result.high', isFigure: true, cells: figures('high') },
    { label: 'note.measure.target', isFigure: true, cells: rows.map((row) => targetOf(metricOf(row))) },
  ]);
}

const targetOf = (metric: Note['metrics'][number] | undefined): Phrase =>
  metric ? figureOf(metric.target, metric.unit) : [];

/** The figure that decides, beside its target: the result of the main measure, of each group. */
export function mainFigure(note: Note): readonly Block[] {
  const main = note.metrics.find(({ role }) => role === 'primary');
  if (!main) return [];
  const its = note.results.filter((row) => row.metric === main.id && !row.exploratory && row.value !== null);
  if (its.length === 0) return [];
  return [
    ...table('results', 'outline.mainFigure', [
      { label: 'note.result.metric', isFigure: false, cells: its.map(() => words(main.name)) },
      { label: 'note.result.group', isFigure: false, cells: its.map(({ group }) => words(group)) },
      { label: 'note.measure.now', isFigure: true, cells: its.map(() => figureOf(main.baseline, main.unit)) },
      { label: 'note.measure.target', isFigure: true, cells: its.map(() => figureOf(main.target, main.unit)) },
      { label: 'outline.found', isFigure: true, cells: its.map(({ value }) => figureOf(value, main.unit)) },
    ]),
    { kind: 'charts', path: 'results', which: 'main' },
    ...fact('successRule', 'note.field.successRule', words(note.successRule)),
  ];
}
