import { expect, test } from 'vitest';
import { readPackSettings } from '#tool/lint/pack-settings.ts';
import { SETTINGS } from './pack-in-memory.ts';

const linesOf = (text: string): readonly string[] =>
  readPackSettings(text).faults.map(({ line, message, fix }) => `${line} ${message}. ${fix}`);

test('least values of figures are read; without them there are none', () => {
  expect(readPackSettings(SETTINGS).settings?.search).toEqual({});
  const text = `${SETTINGS}search:\n  ndcg_at_10: 0.8\n  success_at_5: 1\n`;
  expect(readPackSettings(text).settings?.search).toEqual({ ndcg_at_10: 0.8, success_at_5: 1 });
});

test('a value that is none says which figure, where it stands and what is expected', () => {
  const text = `${SETTINGS}search:\n  ndcg_at_10: 80\n  mrr_at_10: high\n  recall: 1\nlint: {}\ncolour: red\n`;
  expect(linesOf(text)).toEqual([
    '10 Unexpected the number 80 for "search.ndcg_at_10", expected a number from 0 to 1. Set "search.ndcg_at_10" in pack.yaml.',
    '11 Unexpected "high" for "search.mrr_at_10", expected a number from 0 to 1. Set "search.mrr_at_10" in pack.yaml.',
    '12 Unexpected key "search.recall", expected one of ndcg_at_10, mrr_at_10, success_at_1, success_at_3, success_at_5. Remove "search.recall".',
    expect.stringMatching(
      /^14 Unexpected key "colour", expected one of id, title, .*, lint, search\. Remove "colour"\.$/,
    ),
  ]);
  expect(linesOf(`${SETTINGS}search: good\n`)).toEqual([
    '9 Unexpected "good" for "search", expected least values for ndcg_at_10, mrr_at_10, success_at_1, success_at_3, success_at_5. Set "search" in pack.yaml.',
  ]);
});

test('keys of other settings are named as they are', () => {
  expect(linesOf(SETTINGS.replace('release: 1', 'release: one').replace('id: example\n', ''))).toEqual([
    '1 Unexpected missing "id", expected small letters, digits and hyphens. Set "id" in pack.yaml.',
    '3 Unexpected "one" for "release", expected a whole number from 1. Set "release" in pack.yaml.',
  ]);
  expect(linesOf(`${SETTINGS}lint:\n  dead-link: never\n`)).toEqual([
    '9 Unexpected a set of keys for "lint", expected rules with a level: error, warning or off. Set "lint" in pack.yaml.',
  ]);
});
