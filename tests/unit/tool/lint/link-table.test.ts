import { describe, expect, test } from 'vitest';
import { contextOf, type LinkTable } from '#tool/lint/link-table.ts';

const table: LinkTable = {
  pages: new Map([
    ['pages/a.md', 'a'],
    ['pages/deep/Gérer l’accès.md', 'gerer'],
  ]),
  redirects: new Map([['/old/', 'a']]),
  images: new Map([['images/x (1).png', { sha256: 'f'.repeat(64), width: 3, height: 2 }]]),
};
const { resolveLink, resolveImage } = contextOf(table, 'pages/deep/b.md');

describe('where a link leads', () => {
  test.each([
    ['../a.md', { kind: 'page', page: 'a' }],
    ['/pages/a.md', { kind: 'page', page: 'a' }],
    ['../a.md?x=1#The%20part', { kind: 'page', page: 'a', section: 'The part' }],
    ['G%C3%A9rer%20l%E2%80%99acc%C3%A8s.md', { kind: 'page', page: 'gerer' }],
    ['Gérer l’accès.md'.normalize('NFD'), { kind: 'page', page: 'gerer' }],
    ['/old/', { kind: 'page', page: 'a' }],
    ['#part', { kind: 'same', section: 'part' }],
    ['#100%', { kind: 'same', section: '100%' }],
    [
      'pack:engage-early/keep-it-fair#log',
      { kind: 'page', pack: 'engage-early', page: 'keep-it-fair', section: 'log' },
    ],
    ['pack:engage-early/../x', { kind: 'dead', reason: 'no-page' }],
    ['https://example.com/', { kind: 'outside', href: 'https://example.com/' }],
    ['mailto:a@example.com', { kind: 'outside', href: 'mailto:a@example.com' }],
    ['http://example.com/', { kind: 'dead', reason: 'insecure' }],
    ['javascript:alert(1)', { kind: 'dead', reason: 'scheme' }],
    ['JaVaScRiPt:alert(1)', { kind: 'dead', reason: 'scheme' }],
    ['https://user:pass@example.com/', { kind: 'dead', reason: 'scheme' }],
    ['//example.com/a.md', { kind: 'dead', reason: 'outside-pack' }],
    ['%2F%2Fexample.com', { kind: 'dead', reason: 'outside-pack' }],
    ['../../../etc/passwd', { kind: 'dead', reason: 'outside-pack' }],
    ['..\\..\\..\\x', { kind: 'dead', reason: 'outside-pack' }],
    ['missing.md', { kind: 'dead', reason: 'no-page' }],
    ['budget.xlsx', { kind: 'dead', reason: 'no-file' }],
    ['', { kind: 'dead', reason: 'empty' }],
    ['#', { kind: 'dead', reason: 'empty' }],
    ['__proto__', { kind: 'dead', reason: 'no-page' }],
  ])('%j', (href, target) => expect(resolveLink(href)).toEqual(target));
});

describe('which picture is meant', () => {
  test.each([
    ['../../images/x%20(1).png', 'image'],
    ['/images/x (1).png', 'image'],
    ['x.png', 'dead'],
    ['https://example.com/x.png', 'dead'],
    ['data:image/png;base64,AA', 'dead'],
    ['//example.com/x.png', 'dead'],
  ])('%j', (src, kind) => expect(resolveImage(src).kind).toBe(kind));
});
