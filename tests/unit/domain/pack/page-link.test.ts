import { expect, test } from 'vitest';
import { placeOfLink } from '#domain/pack/page-link.ts';

test.each([
  ['page:scope', { pack: 'here', page: 'scope' }],
  ['page:scope#who-may', { pack: 'here', page: 'scope', section: 'who-may' }],
  ['page:other/scope#a%20b', { pack: 'other', page: 'scope', section: 'a b' }],
  ['page:100%', { pack: 'here', page: '100%' }],
])('%s leads to a page', (href, place) => {
  expect(placeOfLink(href, 'here')).toEqual(place);
});

test.each(['page:', 'page:a/b/c', '#s-scope', 'https://example.org', 'javascript:page:a'])(
  '%s leads to none',
  (href) => {
    expect(placeOfLink(href, 'here')).toBeNull();
  },
);
