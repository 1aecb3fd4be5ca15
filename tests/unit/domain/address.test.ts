import { expect, test } from 'vitest';
import { NO_FILTERS, type Screen, toAddress, toScreen } from '#domain/address.ts';

const screens: readonly Screen[] = [
  { screen: 'search', query: 'talk & tender?', ...NO_FILTERS },
  {
    screen: 'search',
    query: 'talk',
    packs: ['engage-early', 'odd'],
    stages: ['shape'],
    audiences: ['policy', 'digital & data'],
    reviewed: ['6m', '2y'],
  },
  { screen: 'read', pack: 'engage-early', page: 'law' },
  { screen: 'read', pack: 'engage-early', page: 'law', section: 'the-log' },
];

test.each(screens.map((screen) => [toAddress(screen), screen] as const))('%s leads back', (address, screen) => {
  expect(toScreen(address)).toEqual(screen);
});

test('what no filter offers is left out', () => {
  expect(toScreen('/search?q=a&stage=nowhere&reviewed=3y&reviewed=1y&for=&pack=')).toEqual({
    screen: 'search',
    query: 'a',
    ...NO_FILTERS,
    reviewed: ['1y'],
  });
});
