import { describe, expect, test } from 'vitest';
import { sections } from '../../bench/search/corpus.mjs';
import { keystrokes, speedQueries } from '../../bench/search/speed-queries.mjs';

const docs = [
  {
    id: '1',
    title: 'Museum tickets',
    text: 'Museum tickets cost less when families travel together during summer holidays',
  },
  { id: '2', title: 'Trains', text: 'Families travel together in trains when museum holidays cost nothing' },
];

describe('made-up sections', () => {
  test('are the same each time, in the words of the real ones and some made-up ones', () => {
    const made = [...sections(docs, 200)];
    expect(made).toEqual([...sections(docs, 200)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(200);
    const real = new Set(docs.flatMap(({ title, text }) => `${title} . ${text}`.toLowerCase().split(' ')));
    const words = made.flatMap(({ title, text }) => [...title.split(' '), ...text.split(' ')]);
    const rare = words.filter((word) => !real.has(word)).length / words.length;
    expect(rare).toBeGreaterThan(0.015);
    expect(rare).toBeLessThan(0.025);
  });

  test('have lengths of 20 to 600 words, 81 in the middle', () => {
    const lengths = [...sections(docs, 500)].map(({ text }) => text.split(' ').length).sort((a, b) => a - b);
    expect(lengths[0]).toBeGreaterThanOrEqual(20);
    expect(lengths.at(-1)).toBeLessThanOrEqual(600);
    expect(Math.abs((lengths[250] ?? 0) - 81)).toBeLessThan(10);
  });
});

describe('queries for time', () => {
  test('are words that follow each other in a text', () => {
    const { short, long, typing } = speedQueries(docs);
    expect(short).toHaveLength(300);
    expect(long).toHaveLength(100);
    expect(new Set(short.map((query) => query.split(' ').length))).toEqual(new Set([2, 3, 4]));
    const texts = [
      'museum tickets cost less families travel together summer holidays',
      'families travel together trains museum holidays cost nothing',
    ];
    for (const query of [...short, ...long]) expect(texts.some((text) => text.includes(query))).toBe(true);
    expect(typing.slice(0, keystrokes(short[0] ?? '').length)).toEqual(keystrokes(short[0] ?? ''));
  });

  test('texts that are too short give none', () => {
    expect(speedQueries([{ id: '1', title: '', text: 'one' }])).toEqual({ short: [], long: [], typing: [] });
  });

  test('the last word is typed letter by letter', () => {
    expect(keystrokes('museum tick')).toEqual(['museum t', 'museum ti', 'museum tic', 'museum tick']);
  });
});
