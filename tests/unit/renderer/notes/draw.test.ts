// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { picturesOf } from '#domain/charts/of-note.ts';
import { type Picture, spokenOf } from '#domain/charts/picture.ts';
import { sayIn } from '#domain/words/words.ts';
import { drawOf } from '#instruments/evidence/charts/draw.ts';
import { widthOf } from '#instruments/evidence/charts/room.ts';
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

const LONG = {
  sentences: 'The harbour offices would rather have one short letter than three long ones, '.repeat(6),
  'one word': 'W'.repeat(300),
  'wide letters': 'MWMW WMWM '.repeat(40),
  'long words': 'arbeidsongeschiktheidsverzekeringsmaatschappij '.repeat(12),
  'letters of twice the width': '港湾局は短い手紙を好む'.repeat(20),
};

test.each(Object.entries(LONG))('%s as long as they like stay inside the picture', (_, long) => {
  for (const made of PICTURES) {
    const picture = JSON.parse(
      JSON.stringify(made).replaceAll(/"(?:A|B|People read it|Take-up|minutes|Saving)"/g, JSON.stringify(long)),
    ) as Picture;
    for (const [width, em] of [
      [280, 22],
      [600, 14],
    ] as const) {
      const room = { width, em };
      const svg = drawn(picture, width, em);
      const height = Number(svg.getAttribute('height'));
      for (const text of svg.querySelectorAll('text')) {
        const [x = 0, y = 0] = placeOf(text);
        const anchor = text.closest('[text-anchor]')?.getAttribute('text-anchor') ?? 'middle';
        const lines = text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text];
        for (const line of lines) {
          const wide = widthOf(line.textContent ?? '', room);
          const left = { start: x, middle: x - wide / 2, end: x - wide }[anchor] ?? Number.NaN;
          expect(left, line.textContent ?? '').toBeGreaterThanOrEqual(-em / 2);
          expect(left + wide, line.textContent ?? '').toBeLessThanOrEqual(width + em / 2);
        }
        expect(y).toBeLessThanOrEqual(height);
      }
    }
  }
});

/** Where a text stands, with the groups that it lies in. */
function placeOf(text: Element): readonly [number, number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = text; at; at = at.parentElement) {
    const [, dx = '0', dy = '0'] = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(at.getAttribute('transform') ?? '') ?? [];
    x += Number(dx);
    y += Number(dy);
  }
  return [x, y];
}
