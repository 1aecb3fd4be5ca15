import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

// Many runs each; only a hang takes so long.
vi.setConfig({ testTimeout: 120_000 });

import { LIMITS } from '#domain/limits.ts';
import { checkTree, sanitiseTree } from '#markdown/sanitise.ts';
import { elements } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';

const text = (value: string) => ({ type: 'text', value });
const element = (tagName: string, properties: object = {}, ...children: unknown[]) => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const root = (...children: unknown[]) => ({ type: 'root', children });

describe('a forged tree', () => {
  test('R1 R2 loses every element that is not content', () => {
    const names =
      'script style iframe embed object svg math template noscript base link meta form input video x-y'.split(' ');
    const tree = sanitiseTree(
      root(...names.map((name) => element(name, {}, text('alert(1)'))), element('p', {}, text('ok'))),
    );
    expect(elements(tree).map(({ tagName }) => tagName)).toEqual(['p']);
  });

  test('R4 loses every attribute and address that the pipeline does not write', () => {
    const tree = sanitiseTree(
      root(
        ...[
          'javascript:alert(1)',
          ' javascript:alert(1)',
          'JAVASCRIPT:x',
          '//evil.example',
          '/etc/passwd',
          '\\\\host\\x',
          'http://x.example',
          'https://u:p@x.example',
          'page:a b',
          'page:x/y/z',
          'data:,x',
          'relative',
          '',
          ['https://x.example'],
          7,
          true,
          { toString: 'x' },
        ].map((href) =>
          element('a', { href, onClick: 'x', onclick: 'x', style: 'x', target: '_top', ping: 'x' }, text('t')),
        ),
        ...['https://t.example/p.png', 'blob/x', `blob/${'a'.repeat(64)}?x`, `/blob/${'a'.repeat(64)}`].map((src) =>
          element('img', { src, srcSet: 'https://t.example 2x', alt: 'a' }),
        ),
        element('p', {
          id: 'location',
          className: ['govuk-button', 'callout'],
          dangerouslySetInnerHTML: { __html: 'x' },
        }),
        element('div', { className: 'callout', ref: 'x', key: 'y', children: 'z' }),
      ),
    );
    expect(unsafeParts(tree)).toEqual([]);
    for (const { properties } of elements(tree)) {
      expect(properties.href).toBeUndefined();
      expect(properties.src).toBeUndefined();
      expect(properties.id).toBeUndefined();
    }
  });

  test('keeps what the pipeline writes', () => {
    const tree = root(
      element('h2', { id: 's-a' }, text('A')),
      element('a', { href: 'page:q/p#%C3%A9' }, text('a')),
      element('a', { href: '#s-a' }, text('a')),
      element('a', { href: 'https://www.gov.uk/' }, text('a')),
      element('img', { src: `blob/${'a'.repeat(64)}`, alt: '', width: 4, height: 3 }),
      element('div', { className: ['callout', 'callout-law'], dataCallout: 'law' }),
      element(
        'ul',
        { className: ['tasks'] },
        element('li', { className: ['task'], dataTask: 'abc', dataDone: 'true' }),
      ),
    );
    expect(sanitiseTree(tree)).toEqual(tree);
  });

  test('has one element for an id', () => {
    const tree = sanitiseTree(root(element('p', { id: 's-a' }), element('p', { id: 's-a' })));
    expect(elements(tree).map(({ properties }) => properties.id)).toEqual(['s-a', undefined]);
  });

  test('shows hidden characters of text and attributes to nobody', () => {
    const tree = sanitiseTree(root(element('abbr', { title: 'a\u202eb' }, text('x\u2066y\u0000'))));
    expect(tree.children[0]).toMatchObject({ properties: { title: 'ab' }, children: [{ value: 'xy' }] });
  });

  test('does not make an address of one in which something hides', () => {
    for (const href of ['https://\u202egro.elpmaxe/', 'page:a\u200bb', '#s-\u2066a', '\u0000https://www.gov.uk/']) {
      const tree = sanitiseTree(root(element('a', { href }, text('a'))));
      expect([href, tree.children[0]]).toMatchObject([href, { properties: {} }]);
      expect(elements(tree)[0]?.properties).toEqual({});
    }
  });

  test('is refused when it is no tree, too deep or has too many parts', () => {
    let deep: unknown = text('x');
    for (let depth = 0; depth < 100_000; depth += 1) deep = element('div', {}, deep);
    const many = root(...Array.from({ length: LIMITS.pageNodes + 1 }, () => text('x')));
    expect(checkTree(root(deep))).toEqual({ ok: false, reason: 'too-deep' });
    expect(checkTree(many)).toEqual({ ok: false, reason: 'too-many-parts' });
    for (const value of [null, undefined, 7, 'x', [], {}, { type: 'root' }, { type: 'root', children: {} }]) {
      expect(checkTree(value)).toEqual({ ok: false, reason: 'not-a-tree' });
      expect(sanitiseTree(value)).toEqual({ type: 'root', children: [] });
    }
    expect(sanitiseTree(root(deep))).toEqual({ type: 'root', children: [] });
  });

  test('cannot reach the prototypes of objects', () => {
    const forged = JSON.parse(
      '{"type":"root","children":[{"type":"element","tagName":"constructor","properties":{"__proto__":{"href":"x"}},"children":[]},' +
        '{"type":"element","tagName":"p","properties":{"__proto__":{"polluted":1},"constructor":"x"},"children":[],"__proto__":{"x":1}},' +
        '{"type":"element","tagName":"__proto__","children":[{"type":"text","value":"t"}]}]}',
    );
    const tree = sanitiseTree(forged);
    expect(unsafeParts(tree)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

const names = fc.constantFrom('p', 'a', 'script', 'img', 'td', 'li', 'div', 'svg', 'constructor', '', 'IFRAME', 'h2');
const values = fc.oneof(
  fc.string(),
  fc.constantFrom('javascript:x', 'https://a.example', 's-x', 'callout', 'page:a'),
  fc.integer(),
  fc.boolean(),
  fc.jsonValue(),
);
const keys = fc.constantFrom(
  'href',
  'src',
  'id',
  'className',
  'onclick',
  'style',
  'title',
  '__proto__',
  'dataTask',
  'is',
);
const forged = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constantFrom('text', 'comment', 'raw'), value: fc.string({ unit: 'binary' }) }),
    fc.record({
      type: fc.constantFrom('element', 'root', 'raw', 'mdxJsxFlowElement'),
      tagName: names,
      properties: fc.dictionary(keys, values),
      children: fc.array(tie('node'), { maxLength: 5 }),
    }),
    fc.jsonValue(),
  ),
})).node;

describe('properties', () => {
  test('any JSON gives a checked tree or a reason, and a safe tree', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('root'), children: fc.array(forged) })),
        (value) => {
          const checked = checkTree(value);
          expect(typeof checked.ok).toBe('boolean');
          expect(unsafeParts(sanitiseTree(value))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('sanitising twice is the same as once', () => {
    fc.assert(
      fc.property(fc.array(forged), (children) => {
        const once = sanitiseTree({ type: 'root', children });
        expect(sanitiseTree(once)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});
