import { describe, expect, test } from 'vitest';
import { chartBlock, readChartBlock } from '#domain/charts/block.ts';
import { boardPicture } from '#domain/charts/board.ts';
import { costPicture } from '#domain/charts/cost-line.ts';
import { differencePicture } from '#domain/charts/difference.ts';
import { groupsPicture } from '#domain/charts/groups.ts';
import { standing } from '#domain/charts/intervals.ts';
import { picturesOf } from '#domain/charts/of-note.ts';
import { type Picture, spokenOf } from '#domain/charts/picture.ts';
import { medianLine, runPicture } from '#domain/charts/run.ts';
import { type Metric, type MetricResult, metricSchema, type Note, resultSchema } from '#domain/note/record/note.ts';
import { sayIn } from '#domain/words/words.ts';
import { fullNote } from '#support/full-note.ts';
import { sampleNote } from '#support/notes-made.ts';

const say = sayIn('en-GB');
const metric = (over: Partial<Metric> = {}): Metric =>
  metricSchema.parse({ id: 'm', name: 'Answered', unit: '%', role: 'primary', baseline: 35, target: 50, ...over });
const result = (group: string, over: Partial<MetricResult> = {}): MetricResult =>
  resultSchema.parse({ id: `r ${group}`, metric: 'm', group, ...over });
const noted = (results: readonly MetricResult[], over: Partial<Note> = {}): Note =>
  sampleNote({ metrics: [metric()], results: [...results], ...over });

const TWO = [
  result('Four pages', { value: 36, low: 28, high: 44.9, n: 120 }),
  result('One page', { value: 52.5, low: 43.6, high: 61.3, n: 118 }),
];

describe('groups', () => {
  test('figures without a value are left out, and bounds that do not hold the figure', () => {
    const rows = [result('None'), result('Odd', { value: 5, low: 6, high: 7 }), result('Half', { value: 5, low: 4 })];
    expect(groupsPicture(noted(rows), metric())?.rows).toMatchObject([
      { name: 'Odd', low: null, high: null },
      { name: 'Half', low: null, high: null },
    ]);
    expect(groupsPicture(noted([result('None')]), metric())).toBeNull();
  });

  test('the message is of what was planned, against the target', () => {
    const late = result('Small firms', { value: 61, exploratory: true });
    const picture = groupsPicture(noted([...TWO, late]), metric());
    const { title, summary, rows } = spokenOf(say, picture as Picture);
    expect(title).toBe('One page, with 52.5%, reaches the target, but the interval also holds figures that do not');
    expect(summary).toBe(
      'Four pages: 36% (interval 28% to 44.9%), from 120. One page: 52.5% (interval 43.6% to 61.3%), from 118. ' +
        'Small firms: 61% (no interval given), exploratory. The target is 50% or more.',
    );
    expect(rows[1]).toEqual(['One page', '52.5%', '43.6%', '61.3%', '118', 'Planned']);
    expect(rows[3]).toEqual(['Target', '50%', ...Array(4).fill('Does not apply')]);
    expect(rows[2]).toEqual(['Small firms', '61%', 'Not given', 'Not given', 'Not given', 'Exploratory']);
  });
});

test.each([
  [{ value: 55, low: 51, high: 60 }, 'up', 'clear'],
  [{ value: 55, low: 49, high: 60 }, 'up', 'near'],
  [{ value: 48, low: 40, high: 52 }, 'up', 'short'],
  [{ value: 40, low: 35, high: 45 }, 'up', 'missed'],
  [{ value: 40, low: 35, high: 45 }, 'down', 'clear'],
  [{ value: 55, low: 51, high: 60 }, 'down', 'missed'],
  [{ value: 50, low: null, high: null }, 'up', 'reached'],
  [{ value: 51, low: null, high: null }, 'down', 'not'],
] as const)('%o against 50 (%s) is %s', (span, better, expected) => {
  expect(standing(span, { value: 50, better })).toBe(expected);
});

describe('difference', () => {
  test('it is held against the way from baseline to target, with an interval made of both', () => {
    const picture = differencePicture(noted(TWO), metric());
    expect(picture).toMatchObject({
      from: 'Four pages',
      goal: { value: 15, better: 'up' },
      rows: [{ name: 'One page', value: 16.5, low: 3.9, high: 28.4 }],
    });
    const { title, summary } = spokenOf(say, picture as Picture);
    expect(title).toBe('One page lies above Four pages by 16.5 percentage points');
    expect(summary).toContain('The interval lies above 0. The success line is +15 percentage points: the figure');
  });

  test('where the interval holds 0 it is said that chance may do', () => {
    const near = [TWO[0], result('B', { value: 38, low: 30, high: 47 })].filter((one) => one !== undefined);
    const { title, summary, rows } = spokenOf(say, differencePicture(noted(near), metric()) as Picture);
    expect(title).toBe('It is not clear whether B differs from Four pages');
    expect(summary).toContain('chance alone may explain the difference');
    // A real minus.
    expect(rows[0]?.[2]).toMatch(/^−/);
  });

  test('one group alone differs from nothing', () => {
    expect(differencePicture(noted(TWO.slice(0, 1)), metric())).toBeNull();
  });
});

describe('run', () => {
  const days = [5, 3, 4, 9, 1, 2].map((value, at) => result(`2026-11-0${6 - at}`, { value }));
  test('groups that are days are a run in the order of days, against the median before the start', () => {
    const note = noted(days, { dates: { plannedStart: null, plannedEnd: null, start: '2026-11-04', end: null } });
    const picture = runPicture(note, metric());
    expect(picture?.points.map(({ value }) => value)).toEqual([2, 1, 9, 4, 3, 5]);
    expect(picture && medianLine(picture)).toEqual({ value: 2, of: 'before' });
    const { title, summary } = spokenOf(say, picture as Picture);
    expect(title).toBe('Answered: median 2% before the start, 4% since');
    expect(summary).toContain('Since the start, 3 lie above the line and 0 below.');
  });

  test('too few before the start: the median is of all', () => {
    const note = noted(days, { dates: { plannedStart: null, plannedEnd: null, start: '2026-11-02', end: null } });
    expect(medianLine(runPicture(note, metric()) as never)).toEqual({ value: 3.5, of: 'all' });
  });

  test('days are read as people write them', () => {
    const rows = ['16 November 2026', '2/11/26', '2026-11-09'].map((group, at) => result(group, { value: at }));
    expect(runPicture(noted(rows), metric())?.points.map(({ day }) => day)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]);
  });

  test.each(['Day 1', '2026-13-40', '9 November', ''])('a group called “%s” makes it no run', (group) => {
    expect(runPicture(noted([...days, result(group, { value: 1 })]), metric())).toBeNull();
  });
});

describe('cost', () => {
  const cost = (day: string | null, pounds: number) => ({ id: `${day}`, day, pounds, what: '' });
  test('it adds up to the penny, day by day, and keeps apart what has no day', () => {
    const costs = [cost('2026-11-03', 0.2), cost('2026-11-01', 0.1), cost(null, 5), cost('2026-11-03', 0.1)];
    expect(costPicture(sampleNote({ costs, costCap: 10 }))).toEqual({
      kind: 'cost',
      cap: 10,
      undated: 5,
      points: [
        { day: '2026-11-01', pounds: 0.1 },
        { day: '2026-11-03', pounds: 0.4 },
      ],
    });
  });

  test.each([
    [100, '£50 of £100 is spent', 'below the 80% mark of £80'],
    [60, '£50 of £60 is spent: the cap is near', 'past the 80% mark of £48. The 80% mark was passed on 1 Nov 2026'],
    [50, '£50 of £50 is spent: the cap is reached', 'the cap is reached'],
    [49.75, '£50 of £49.75 is spent: the cap is passed', 'That is £0.25 more than the cap of £49.75'],
    [1_130.25, '£50 of £1,130.25 is spent', 'below the 80% mark of £904.20'],
    [null, '£50 is spent, and no cap is set', 'no cap to hold it against'],
  ])('a cap of %s reads “%s”', (costCap, title, words) => {
    const spoken = spokenOf(say, costPicture(sampleNote({ costs: [cost('2026-11-01', 50)], costCap })) as Picture);
    expect(spoken.title).toBe(title);
    expect(spoken.summary).toContain(words);
  });

  test('costs without a day are no line', () => {
    expect(costPicture(sampleNote({ costs: [cost(null, 5)], costCap: 10 }))).toBeNull();
    // The cap that a deviation made, and pence that add up.
    expect(costPicture(fullNote())).toMatchObject({ cap: 700.5, points: [{ pounds: 120.1 }, { pounds: 120.3 }] });
  });

  test('days that are in no calendar, as a note of others may have them, are not drawn', () => {
    const costs = [cost('2026-99-99', 5), cost('2026-11-02', 7)];
    expect(costPicture(sampleNote({ costs }))).toMatchObject({
      points: [{ day: '2026-11-02', pounds: 7 }],
      undated: 5,
    });
    expect(costPicture(sampleNote({ costs: [cost('2026-99-99', 5)] }))).toBeNull();
    expect(readChartBlock('{"kind":"cost","points":[{"day":"2026-99-99","pounds":1}],"cap":1,"undated":0}')).toBeNull();
    const days = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => result(day, { value: 1 }));
    const dates = { plannedStart: null, plannedEnd: null, start: '2026-13-01', end: null };
    expect(runPicture(noted(days, { dates }), metric())).toMatchObject({ start: null });
  });
});

describe('evidence board', () => {
  test('it has the judgement of the team and what figures say, and is nothing before there is either', () => {
    const note = noted(TWO, {
      riskiestAssumption: 'Busy people answer short letters.',
      metrics: [
        metric(),
        metric({ id: 'x', name: 'Complaints' }),
        metric({ id: 'y', name: 'No target', target: null }),
      ],
      confidence: { level: 'medium', because: '' },
    });
    expect(boardPicture(note, say)?.rows).toEqual([
      { name: 'Busy people answer short letters', strength: 'medium', says: 'judged' },
      { name: 'Answered reaches its target', strength: 'medium', says: 'for' },
      { name: 'Complaints reaches its target', strength: 'none', says: 'nothing' },
    ]);
    expect(boardPicture({ ...note, results: [], confidence: { level: null, because: '' } }, say)).toBeNull();
  });

  test.each([
    [{ value: 70, low: 60, high: 80 }, 'clearly reaches the target', 'high', 'for'],
    [{ value: 55, low: 40, high: 70 }, 'reaches the target, but the interval also holds', 'medium', 'for'],
    [{ value: 45, low: 30, high: 60 }, 'does not reach the target, but the interval does', 'medium', 'unclear'],
    [{ value: 30, low: 20, high: 40 }, 'clearly misses the target', 'high', 'against'],
    [{ value: 55 }, 'reaches the target', 'low', 'for'],
    [{ value: 45 }, 'does not reach the target', 'low', 'against'],
  ])('says of %o what the chart says of it: it %s', (figures, chart, strength, says) => {
    const target = metric({ target: 50, direction: 'up' });
    const note = noted([result('All', figures)], { metrics: [target] });
    expect(spokenOf(say, groupsPicture(note, target) as Picture).title).toContain(chart);
    expect(boardPicture(note, say)?.rows).toMatchObject([{ strength, says }]);
  });

  test('it speaks of the same group as the chart, in whatever order the rows stand', () => {
    const target = metric({ target: 35.5, direction: 'up' });
    const rows = [
      result('One page', { value: 38.2, low: 30, high: 46 }),
      result('Two pages', { value: 19.5, low: 13, high: 27 }),
      result('By chance', { value: 60, low: 50, high: 70, exploratory: true }),
    ];
    const said = [rows, rows.toReversed()].map((results) => {
      const note = noted(results, { metrics: [target] });
      const { title } = spokenOf(say, groupsPicture(note, target) as Picture);
      return [title, boardPicture(note, say)?.rows];
    });
    expect(said[0]).toEqual(said[1]);
    expect(said[0]?.[0]).toContain('One page, with 38.2%, reaches the target');
    expect(said[0]?.[1]).toMatchObject([{ strength: 'medium', says: 'for' }]);
  });
});

test('a note without results and costs has no pictures, the main metric comes first', () => {
  expect(picturesOf(sampleNote(), say)).toEqual([]);
  const second = metric({ id: 's', name: 'Second', role: 'secondary' });
  const note = noted([...TWO, { ...result('All', { value: 3 }), metric: 's' }], { metrics: [second, metric()] });
  expect(picturesOf(note, say).map((one) => ('of' in one ? `${one.kind} ${one.of}` : one.kind))).toEqual([
    'groups Answered',
    'difference Answered',
    'groups Second',
    'board',
  ]);
});

describe('a block of Markdown', () => {
  const picture = groupsPicture(noted(TWO), metric()) as Picture;
  test('gives the picture back', () => {
    const [fence, code = '', end] = chartBlock(picture).split('\n');
    expect([fence, end]).toEqual(['```chart', '```']);
    expect(readChartBlock(code)).toEqual(picture);
  });

  test.each([
    ['', '{', 'null', '[]', '{"kind":"pie"}'],
    ['{"kind":"groups","of":"a","unit":"","rows":[]}'],
    ['{"kind":"groups","of":"a","unit":"","rows":[{"name":"x","value":1e400}]}'],
  ])('what is no picture is none: %s', (...codes) => {
    for (const code of codes) expect(readChartBlock(code)).toBeNull();
  });
});
