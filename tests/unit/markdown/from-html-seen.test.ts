import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { fromHtml } from '#markdown/from-html.ts';
import { parsePage } from '#markdown/parse.ts';

/** A made document: its HTML, and what a person sees of it. Powers stand between ⇑ and ⇡, indices between ⇓ and ⇣, blocks stand on lines of their own. */
interface Made {
  readonly html: string;
  readonly seen: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\u00a0', '&nbsp;');

const join = (parts: readonly Made[], between = ''): Made => ({
  html: parts.map(({ html }) => html).join(''),
  seen: parts.map(({ seen }) => seen).join(between),
});

const WORDS = [
  'alpha',
  '1,234.56',
  '−5',
  '£1',
  '10',
  '6',
  '*',
  '_',
  '**',
  '~',
  '~~',
  'p<alpha',
  'a<b',
  'c>d',
  '[x]',
  '[ ]',
  '(y)',
  '1.',
  '1986.',
  '#',
  '-',
  '+',
  '|',
  '`',
  '\\',
  '&amp;',
  'R&D',
  '!',
  ':::note',
  'snake_case_',
  '½',
  'Tŷ',
  '漢字。',
  '👩',
  'https://www.gov.uk/a_b',
  'www.gov.uk',
  'x@y.uk',
  '---',
  '===',
  '1 000',
  'one two',
  '50%',
  '$5',
  '<br>',
];
const text = fc
  .tuple(fc.constantFrom('', ' ', '\n'), fc.constantFrom(...WORDS), fc.constantFrom('', ' ', '\n  '))
  .map(([before, word, after]) => ({ html: escaped(before + word + after), seen: before + word + after }));

const MARKS: readonly (readonly [string, string])[] = [
  ['<b>', '</b>'],
  ['<strong>', '</strong>'],
  ['<i>', '</i>'],
  ['<em>', '</em>'],
  ['<u>', '</u>'],
  ['<s>', '</s>'],
  ['<del>', '</del>'],
  ['<ins>', '</ins>'],
  ['<span>', '</span>'],
  ['<font color=red>', '</font>'],
  ['<span style="font-weight:700">', '</span>'],
  ['<span style="font-weight:400;font-style:normal">', '</span>'],
  ['<span style="font-style: italic; text-decoration: line-through">', '</span>'],
  ['<mark>', '</mark>'],
  ['<o:p>', '</o:p>'],
];
const HIDDEN = ['<span style="display:none">99</span>', '<span hidden>88</span>', '<!-- 77 -->', '<script>66</script>'];

const { inline } = fc.letrec<{ inline: Made; piece: Made }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.tuple(fc.constantFrom(...MARKS), tie('inline')).map(([[open, close], inner]) => ({
      html: open + inner.html + close,
      seen: inner.seen,
    })),
    fc.tuple(fc.constantFrom('sup', 'sub'), text).map(([tag, inner]) => ({
      html: `<${tag}>${inner.html}</${tag}>`,
      seen: shifted(tag, inner.seen),
    })),
    fc.constantFrom(...HIDDEN).map((html) => ({ html, seen: '' })),
    fc.constant({ html: '<br>', seen: '\n' }),
  ),
  inline: fc.array(tie('piece'), { minLength: 1, maxLength: 5 }).map((parts) => join(parts)),
}));

function shifted(tag: string, text: string): string {
  const [open, close] = tag === 'sup' ? ['⇑', '⇡'] : ['⇓', '⇣'];
  return text.replace(/\S(?:[\s\S]*\S)?/, (words) => `${open}${words}${close}`);
}

const wrapped = (open: string, inner: Made, close: string): Made => ({
  html: open + inner.html + close,
  seen: `\n${inner.seen}\n`,
});
const paragraph = inline.map((inner) => wrapped('<p>', inner, '</p>'));
const { block } = fc.letrec<{ block: Made }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => join(all));
  const list = fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(fc.oneof(inline, blocks), { minLength: 1, maxLength: 3 }))
    .map(([tag, items]) => wrapped(`<${tag}>`, join(items.map((item) => wrapped('<li>', item, '</li>'))), `</${tag}>`));
  const row = fc
    .array(fc.oneof(inline, blocks), { minLength: 1, maxLength: 3 })
    .map((cells) => wrapped('<tr>', join(cells.map((cell) => wrapped('<td>', cell, '</td>'))), '</tr>'));
  return {
    block: fc.oneof(
      { maxDepth: 3 },
      paragraph,
      fc
        .tuple(fc.constantFrom('h2', 'h3', 'div', 'blockquote'), inline)
        .map(([tag, inner]) => wrapped(`<${tag}>`, inner, `</${tag}>`)),
      list,
      fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => wrapped('<table>', join(rows), '</table>')),
      blocks.map((inner) => wrapped('<div>', inner, '</div>')),
      blocks.map((inner) => wrapped('<blockquote>', inner, '</blockquote>')),
    ),
  };
});
const document = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => join(blocks));

/** `SEEN_RUNS=10000` looks longer. */
const RUNS = Number(process.env.SEEN_RUNS ?? 300);

const context = {
  resolveLink: (href: string) => ({ kind: 'outside', href }) as const,
  resolveImage: () => ({ kind: 'dead', reason: 'missing' }) as const,
};
const BLOCK = /^(?:p|h[1-6]|li|ul|ol|blockquote|table|t[rdh]|br|hr|div|pre)$/;

/** What a person reads of Markdown on a page of ours. */
function readOf(markdown: string): string {
  const page = parsePage(`\n${markdown}`, context);
  if (page.unshown !== undefined) throw new Error(page.unshown);
  const walk = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'root' && node.type !== 'element') return '';
    const inner = node.children.map(walk).join('');
    const name = node.type === 'element' ? node.tagName : '';
    if (name === 'sup' || name === 'sub') return shifted(name, inner);
    return BLOCK.test(name) ? `\n${inner}\n` : inner;
  };
  return walk(page.tree);
}

/** Words and figures; without `signs` they alone, for a list in a cell is drawn with signs of its own. */
const wordsOf = (seen: string, signs = true): string =>
  seen
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/[⇑⇓⇡⇣]/g, (sign) => (signs ? sign : ''))
    .replace(/(?<=^| )(?:•|\d\.) /g, (sign) => (signs ? sign : ''))
    .replace(/⇡( ?)⇑|⇣( ?)⇓/g, (_, up = '', down = '') => up + down);

describe('B20 what is seen of HTML is what is read of the Markdown', () => {
  test('B20 one line of anything', () => {
    fc.assert(
      fc.property(inline, (made) => {
        expect(wordsOf(readOf(fromHtml(`<p>${made.html}</p>`, () => null)))).toBe(wordsOf(made.seen));
      }),
      { numRuns: RUNS, seed: 20 },
    );
  }, 120_000);

  test('B20 documents with lists, tables and quotes in one another', () => {
    fc.assert(
      fc.property(document, (made) => {
        expect(wordsOf(readOf(fromHtml(made.html, () => null)), false)).toBe(wordsOf(made.seen, false));
      }),
      { numRuns: RUNS / 3, seed: 20 },
    );
  }, 120_000);

  test('B20 nothing is spelled as a character reference', () => {
    fc.assert(
      fc.property(document, (made) => {
        expect(fromHtml(made.html, () => null)).not.toMatch(/&#x?[0-9a-f]+;/i);
      }),
      { numRuns: RUNS / 6, seed: 20 },
    );
  }, 120_000);
});
