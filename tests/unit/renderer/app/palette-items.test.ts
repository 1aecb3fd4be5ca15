import { describe, expect, test } from 'vitest';
import { commandsFor, matchOf } from '#rooms/app/palette-items.ts';

describe('what is typed', () => {
  test('is found at the start of words and marked', () => {
    expect(matchOf('Go to Packs', 'pa')).toEqual({ rank: 1, spans: [[6, 8]] });
  });
  test('ranks the start of the label first, then of a word, then inside', () => {
    const rank = (label: string) => matchOf(label, 'pack')?.rank ?? Number.NaN;
    expect(rank('Packs')).toBeLessThan(rank('Go to Packs'));
    expect(rank('Go to Packs')).toBeLessThan(rank('Unpacked'));
  });
  test('needs every word, in any order', () => {
    expect(matchOf('Next page of this pack', 'pack next')?.spans).toEqual([
      [0, 4],
      [18, 22],
    ]);
    expect(matchOf('Next page of this pack', 'next release')).toBeNull();
  });
  test('marks that meet become one', () => {
    expect(matchOf('Experiment', 'exp ex')?.spans).toEqual([[0, 3]]);
  });
  test('nothing typed matches everything', () => {
    expect(matchOf('Help', ' ')).toEqual({ rank: 0, spans: [] });
  });
});

describe('commands offered', () => {
  test('are those that can be done now, of this screen first', () => {
    const { here, anywhere } = commandsFor('read', (id) => id === 'cite' || id === 'help' || id === 'filters');
    expect(here.map(({ id }) => id)).toEqual(['cite']);
    expect(anywhere.map(({ id }) => id)).toEqual(['help']);
  });
});
