import { expect, test } from 'vitest';
import { type FigureKind, readAs, readFigure } from '#domain/calculators/reading.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');

test.each<[string, FigureKind, number | null | 'unreadable']>([
  ['', 'share', null],
  ['  ', 'money', null],
  ['10%', 'share', 0.1],
  ['10 %', 'share', 0.1],
  ['10', 'share', 0.1],
  ['0.1', 'share', 0.1],
  ['.05', 'share', 0.05],
  ['0.5%', 'share', 0.005],
  ['12.5 per cent', 'share', 0.125],
  ['1 in 10', 'share', 0.1],
  ['3/4', 'share', 0.75],
  ['1 in 0', 'share', 'unreadable'],
  ['0', 'share', 0],
  ['-5%', 'share', -0.05],
  ['10k', 'share', 'unreadable'],
  ['£1,200', 'money', 1_200],
  ['£ 1 200', 'money', 1_200],
  ['1200.50', 'money', 1_200.5],
  ['−£20', 'money', -20],
  ['£-20', 'money', -20],
  ['1.1m', 'money', 1_100_000],
  ['£2 million', 'money', 2_000_000],
  ['3k', 'count', 3_000],
  ['3,841', 'count', 3_841],
  ['3\u00a0841', 'count', 3_841],
  ['£5', 'count', 'unreadable'],
  ['5%', 'count', 'unreadable'],
  ['1,5', 'figure', 'unreadable'],
  ['12,34,567', 'count', 'unreadable'],
  ['1.2.3', 'figure', 'unreadable'],
  ['.', 'figure', 'unreadable'],
  ['ten', 'count', 'unreadable'],
  ['1e3', 'count', 'unreadable'],
  ['Infinity', 'figure', 'unreadable'],
  ['0x10', 'count', 'unreadable'],
])('%j as a %s is %s', (text, kind, value) => {
  expect(readFigure(text, kind)).toBe(value);
});

test.each<[string, FigureKind, string | null]>([
  ['10', 'share', '10%'],
  ['0.1', 'share', '10%'],
  ['10%', 'share', null],
  ['1.2m', 'money', '£1,200,000'],
  ['£1,200', 'money', null],
  ['1200', 'money', null],
  ['−5', 'figure', null],
  ['ten', 'count', null],
])('%j as a %s is told as %s', (text, kind, words) => {
  expect(readAs(say, text, kind)).toBe(words);
});
