import { expect, test } from 'vitest';
import { ALL_NOTES, NO_FILTERS, type Screen, toAddress, toScreen } from '#domain/address.ts';

const screens: readonly Screen[] = [
  { screen: 'search', query: 'talk & tender?', ...NO_FILTERS },
  {
    screen: 'search',
    query: 'talk',
    types: ['note'],
    packs: ['engage-early', 'odd'],
    stages: ['shape'],
    audiences: ['policy', 'digital & data'],
    reviewed: ['6m', '2y'],
  },
  { screen: 'read', pack: 'engage-early', page: 'law' },
  { screen: 'read', pack: 'engage-early', page: 'law', section: 'the-log' },
  ALL_NOTES,
  {
    ...ALL_NOTES,
    states: ['stopped', 'abandoned'],
    decisions: ['stop', 'none'],
    stages: ['shape'],
    owners: ['Policy lead, grants & permits'],
    tags: ['caffi ☕'],
    order: { column: 'spent', descending: false },
    binned: true,
  },
  { screen: 'packs', pack: 'engage-early' },
  { screen: 'packs', pack: 'engage-early', changes: '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f' },
  { screen: 'new' },
  { screen: 'new', from: { pack: 'engage-early', page: 'law', section: 'the-log' } },
  { screen: 'note', id: '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f' },
  { screen: 'note', id: '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f', view: 'history', section: 'sample' },
  {
    screen: 'note',
    id: '0b7c3f0e',
    beside: { pack: 'engage-early', page: 'law', section: 'the-log' },
    section: 'text',
  },
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

test('what no register offers is left out, and a note has one id', () => {
  expect(toScreen('/notes?state=lost&decision=&stage=x&owner=&tag=&by=colour&down=1')).toEqual(ALL_NOTES);
  expect(toScreen('/new?page=law')).toEqual({ screen: 'new' });
  expect(toScreen('/note')).toBeNull();
  expect(toScreen('/note/a/b')).toBeNull();
  expect(toScreen('/note/a?view=inside')).toEqual({ screen: 'note', id: 'a' });
});
