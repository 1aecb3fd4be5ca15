// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { picturesOf } from '#domain/charts/of-note.ts';
import { type Picture, spokenOf } from '#domain/charts/picture.ts';
import { sayIn } from '#domain/words/words.ts';
import { drawOf } from '#instruments/evidence/charts/draw.ts';
import { anyNote } from '#support/notes-made.ts';
import { kit } from '#ui/chart/kit.ts';
import { svgOf } from '#ui/chart/svg.ts';

const say = sayIn('en-GB');
const drawn = (picture: Picture, width = 600, em = 14): Element =>
  svgOf(kit, drawOf(say, picture), { width, em }, { label: 'What it says', describedBy: 'sentence' });

const span = { n: 10, exploratory: false };
const PICTURES: readonly Picture[] = [
  {
    kind: 'groups',
    of: 'Answered',
    unit: '%',
    goal: { value: 50, better: 'up' },
    rows: [
      { name: 'A', value: 36, low: 28, high: 45, ...span },
      { name: 'B', value: 61, low: null, high: null, n: null, exploratory: true },
    ],
  },
  {
    kind: 'difference',
    of: 'Answered',
    unit: '%',
    from: 'A',
    goal: { value: 10, better: 'up' },
    rows: [{ name: 'B', value: -3, low: -8, high: 2, ...span }],
  },
  {
    kind: 'run',
    of: 'Minutes',
    unit: 'minutes',
    start: '2026-11-02',
    points: ['01', '02', '03'].map((day, at) => ({ day: `2026-11-${day}`, value: at })),
  },
  { kind: 'cost', cap: 100, undated: 0, points: [{ day: '2026-11-01', pounds: 20 }] },
  { kind: 'board', rows: [{ name: 'People read it', strength: 'low', says: 'against' }] },
  { kind: 'tornado', of: 'Saving', unit: '£', base: 100, rows: [{ name: 'Take-up', low: -20, high: 150 }] },
];

test.each(PICTURES)('$kind is one named image without rules of its own, the same each time', (picture) => {
  const svg = drawn(picture);
  expect(svg.getAttribute('role')).toBe('img');
  expect(svg.getAttribute('aria-label')).toBe('What it says');
  expect(svg.getAttribute('aria-describedby')).toBe('sentence');
  expect(svg.querySelectorAll('style, [aria-hidden], g[aria-label]')).toHaveLength(0);
  expect(drawn(picture).outerHTML).toBe(svg.outerHTML);
  // Colours are tokens only, so that themes, contrast and paper change them.
  const colours = [...svg.querySelectorAll('[fill], [stroke]')].flatMap((node) => [
    node.getAttribute('fill'),
    node.getAttribute('stroke'),
  ]);
  expect(
    colours.filter((one) => one !== null && !/^(?:none|currentColor|var\(--(?:sat|plot)-[\w-]+\))$/.test(one)),
  ).toEqual([]);
});

test.each(PICTURES)('$kind keeps its marks inside, in 280 css pixels with large letters too', (picture) => {
  for (const [width, em] of [
    [280, 14],
    [280, 22],
    [900, 14],
  ] as const) {
    const svg = drawn(picture, width, em);
    for (const node of svg.querySelectorAll('circle'))
      expect(Number(node.getAttribute('cx'))).toBeGreaterThanOrEqual(0);
    for (const node of svg.querySelectorAll('circle'))
      expect(Number(node.getAttribute('cx'))).toBeLessThanOrEqual(width);
  }
});

test('whatever stands in a note is drawn and told without a hole', () => {
  fc.assert(
    fc.property(anyNote, fc.boolean(), (made, asDays) => {
      const results = made.results.map((result, at) => ({
        ...result,
        metric: made.metrics[0]?.id ?? '',
        group: asDays ? `2026-11-0${at + 1}` : result.group,
      }));
      const note = { ...made, results };
      for (const picture of picturesOf(note, say)) {
        const { title, summary, heads, rows } = spokenOf(say, picture);
        expect(title).not.toBe('');
        expect(`${title} ${summary}`).not.toMatch(/NaN|undefined|Infinity/);
        for (const row of rows) expect(row).toHaveLength(heads.length);
        expect(drawn(picture, 320).outerHTML).not.toMatch(/NaN|undefined|Infinity/);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);
