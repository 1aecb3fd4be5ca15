import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Answer, answerTo } from '#domain/calculators/answer.ts';
import { type CalculatorId, FORMS, formOf } from '#domain/calculators/entries.ts';
import { answerMarkdown } from '#domain/calculators/markdown.ts';
import { newTyped, type Typed } from '#domain/calculators/typed.ts';
import { readChartBlock } from '#domain/charts/block.ts';
import { sayIn } from '#domain/words/words.ts';
import { sharedPath } from '#support/shared.ts';

const say = sayIn('en-GB');
const typing = (id: CalculatorId, texts: Typed['texts'], rows: Typed['rows'] = []): Typed => ({
  texts: { ...newTyped(formOf(id)).texts, ...texts },
  rows,
});
function answered(id: CalculatorId, typed: Typed): Answer {
  const answer = answerTo(id, typed, say);
  if (!('sentence' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}
const number = (value: number): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 }).format(value);
const percent = (value: number): string => `${Number((value * 100).toPrecision(10))}%`;

interface Vectors {
  readonly sampleSizeTwoProportionsPerArm: readonly Record<'p1' | 'p2' | 'alpha' | 'power' | 'n', number>[];
  readonly sampleSizeTwoMeansPerArm: readonly Record<'sd' | 'difference' | 'alpha' | 'power' | 'n', number>[];
  readonly compareTwoProportions: readonly (Record<'x1' | 'n1' | 'x2' | 'n2', number> & {
    readonly newcombe95DifferenceP2MinusP1: readonly [number, number];
  })[];
}
const path = sharedPath('reference/calculator-vectors.json');

describe.skipIf(path === null)('what is typed gives the reference values', () => {
  const vectors: Vectors =
    path === null
      ? { sampleSizeTwoProportionsPerArm: [], sampleSizeTwoMeansPerArm: [], compareTwoProportions: [] }
      : JSON.parse(readFileSync(path, 'utf8'));

  test.each(vectors.sampleSizeTwoProportionsPerArm)('$p1 to $p2', ({ p1, p2, alpha, power, n }) => {
    const texts = { baseline: percent(p1), target: percent(p2), alpha: percent(alpha), power: String(power) };
    expect(answered('shares', typing('shares', texts)).figures[0]).toEqual(['Needed in each group', number(n)]);
  });

  test.each(vectors.sampleSizeTwoMeansPerArm)('$difference of $sd', ({ sd, difference, alpha, power, n }) => {
    const texts = { spread: `${sd}`, difference: `${difference}`, alpha: percent(alpha), power: percent(power) };
    expect(answered('means', typing('means', texts)).figures[0]).toEqual(['Needed in each group', number(n)]);
  });

  test.each(vectors.compareTwoProportions)('$x1 of $n1, $x2 of $n2', (row) => {
    const texts = {
      firstEvents: `${row.x1}`,
      firstTotal: number(row.n1),
      secondEvents: `${row.x2}`,
      secondTotal: `${row.n2}`,
    };
    const [, difference] = answered('groups', typing('groups', texts)).pictures;
    const [low, high] = row.newcombe95DifferenceP2MinusP1.map((one) => Math.round(one * 10_000) / 100);
    expect(difference).toMatchObject({ kind: 'difference', rows: [{ low, high }] });
  });
});

const WHAT_IF = typing(
  'whatIf',
  { yearlyTransactions: '120k', oneOffCost: '£250,000', takeUpLow: '30', takeUp: '0.6', takeUpHigh: '90%' },
  [
    { id: 1, name: 'Phone | post', counts: 'added', texts: { unitCost: '£4.10', shareNow: '70', shareThen: '30' } },
    { id: 2, name: '', counts: 'added', texts: { unitCost: '0.32', shareNow: '30', shareThen: '70' } },
  ],
);

test('a what-if has its cases, and what moves the saving most', () => {
  const { figures, pictures } = answered('whatIf', WHAT_IF);
  expect(figures.slice(2, 4)).toEqual([
    ['Saving in a year, central case', '£108,864'],
    ['One-off cost paid back, central case', 'Month 28'],
  ]);
  expect(pictures).toMatchObject([
    {
      kind: 'tornado',
      base: 108_864,
      rows: [{ low: 54_432, high: 163_296 }, { low: 97_977.6, high: 119_750.4 }, {}, {}],
    },
  ]);
});

test('what goes into the note is a title, the sentence, the figures and the picture, and no sign of Markdown leaks', () => {
  const markdown = answerMarkdown('whatIf', WHAT_IF, answered('whatIf', WHAT_IF), say);
  const [title, sentence, table = '', block = ''] = markdown.split('\n\n');
  expect(title).toBe('**What if people used other channels**');
  expect(sentence).toContain('Phone \\| post (£4.10 each)');
  expect(table.split('\n').slice(0, 3)).toEqual([
    '| Figure | Value |',
    '| --- | --- |',
    '| Transactions a year | 120,000 |',
  ]);
  expect(block).toMatch(/^```chart\n.*\n```$/);
  expect(readChartBlock(block.split('\n')[1] ?? '')).toEqual(answered('whatIf', WHAT_IF).pictures[0]);
});

test('too few events give counts, and no picture that compares them', () => {
  const few = typing('groups', { firstEvents: '2', firstTotal: '40', secondEvents: '9', secondTotal: '41' });
  const { figures, pictures } = answered('groups', few);
  expect(figures).toEqual([
    ['Group A', '2 of 40'],
    ['Group B', '9 of 41'],
  ]);
  expect(pictures).toEqual([]);
});

test.each(Object.keys(FORMS) as CalculatorId[])('%s asks before it works, and answers with a figure', (id) => {
  const form = formOf(id);
  expect(answerTo(id, newTyped(form), say)).toMatchObject(
    id === 'survey' ? { sentence: expect.any(String) } : { refused: 'missing' },
  );
});

test('a field with letters is named, with its row', () => {
  const rows = WHAT_IF.rows.map((row, at) => (at === 1 ? { ...row, texts: { ...row.texts, unitCost: 'cheap' } } : row));
  expect(answerTo('whatIf', { ...WHAT_IF, rows }, say)).toEqual({ unreadable: 'unitCost', row: 2 });
});
