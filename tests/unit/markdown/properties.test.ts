import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

// Many runs each; only a hang takes so long.
vi.setConfig({ testTimeout: 120_000 });

import { readYaml, takeFrontMatter } from '#markdown/front-matter.ts';
import { parsePage } from '#markdown/parse.ts';
import { sanitiseTree } from '#markdown/sanitise.ts';
import { context, gullible } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';

/** Text that is likely to mean something to one of the parsers. */
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'# |## |- |* |1. |> |    |\t|```|~~~|`|**|_|[|](|)|![|<|>|</|/>|<!--|-->|&lt;|&#x202e;|:::|:::note|::: |{#|}|[^1]|[^1]: |- [ ] |---|===|| a |b|\n|\n\n|\r\n|\\|"|=|http://a.b|https://a.b|www.a.b|a@b.c|javascript:|<div>|<b>|<table>|<td>|<svg>|<title>|<script>|</script>|onclick=|\u0000|\ufeff|\u202e|\u00e9|\u{1f600}|\ud800'.split(
          '|',
        ),
        '|',
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('any source gives a page, and only safe parts', () => {
  fc.assert(
    fc.property(markdown, fc.boolean(), (source, trusting) => {
      const page = parsePage(source, trusting ? gullible : context);
      if (page.tree) expect(unsafeParts(page.tree)).toEqual([]);
      expect(page.sections[0]).toMatchObject({ id: '', heading: '', level: 1 });
      const ids = page.sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id } of page.headings) expect(page.anchors).toContain(id);
      for (const { position } of [...page.links, ...page.dropped, ...page.headings]) {
        expect(position.start.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1_500 },
  );
});

test('the tree of a page is what the reader makes of it', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      const { tree } = parsePage(source, context);
      if (tree) expect(sanitiseTree(JSON.parse(JSON.stringify(tree)))).toEqual(tree);
    }),
    { numRuns: 500 },
  );
});

test('the same source gives the same page', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      expect(parsePage(source, context)).toEqual(parsePage(source, context));
    }),
    { numRuns: 150 },
  );
});

test('any text is front matter or a fault, never an exception', () => {
  const yaml = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'a|: |- |\n|  |[|]|{|}|,|"|\'|&a |*a|!!str |!x |? |#|>|\t|---|__proto__: |<<: '.split('|'),
          '|',
        ),
        fc.string({ maxLength: 4 }),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(yaml, (text) => {
      const read = readYaml(text);
      if ('data' in read) expect(JSON.parse(JSON.stringify(read.data))).toEqual(read.data);
      else expect(read.line).toBeGreaterThan(0);
      expect(takeFrontMatter(`---\n${text}\n---\n`).body.length).toBe(text.length + 9);
    }),
    { numRuns: 1_500 },
  );
});
