import { expect, test } from 'vitest';
import { ownAddress } from '#rooms/app/links.ts';

const base = { href: 'app://satchel/read/engage/page?x=1', protocol: 'app:', host: 'satchel' };

test.each([
  ['/packs', '/packs'],
  ['#two', '/read/engage/page?x=1#two'],
  ['app://satchel/help', '/help'],
  ['/search?q=a+b', '/search?q=a+b'],
])('%s is ours', (href, address) => {
  expect(ownAddress(href, base)).toBe(address);
});

test.each([
  'https://example.org/packs',
  'app://other/packs',
  'javascript:alert(1)',
  'mailto:a@b.c',
  '//packs',
  '/nothing',
  'http://[',
])('%s leads nowhere', (href) => {
  expect(ownAddress(href, base)).toBeNull();
});
