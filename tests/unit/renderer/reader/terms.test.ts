import type { Element, ElementContent, Root } from 'hast';
import { expect, test } from 'vitest';
import { markTerms } from '#rooms/reader/terms.ts';

const having = (...terms: readonly string[]) => havingAll(terms);
const havingAll = (terms: readonly string[]) => {
  const all = new Set(terms);
  return (term: string): boolean => all.has(term);
};
const glossary = having('SOC', 'UK2', 'Alpha', 'SME', 'SMEs');

const paragraph = (tagName: string, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });
const page = (...children: ElementContent[]): Root => ({ type: 'root', children });

function marked(node: Root | ElementContent): string[] {
  if (node.type === 'element' && node.properties['dataTerm'] !== undefined)
    return [String(node.properties['dataTerm'])];
  return 'children' in node ? node.children.flatMap((child) => marked(child as ElementContent)) : [];
}

function words(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => words(child as ElementContent)).join('') : '';
}

test('the first place of an acronym is marked, later ones are not', () => {
  const tree = page(paragraph('p', text('Write the SOC. The SOC comes first.')), paragraph('p', text('SOC again')));
  expect(marked(markTerms(tree, glossary))).toEqual(['SOC']);
});

test('whole words only, the longest first, and no ordinary words', () => {
  const tree = page(paragraph('p', text('SOCIAL value, XSOC, an Alpha, SMEs and UK2.')));
  expect(marked(markTerms(tree, glossary))).toEqual(['SMEs', 'UK2']);
});

test('links, headings and code are left alone, and no word is lost', () => {
  const tree = page(
    paragraph('h2', text('The SOC')),
    paragraph('p', paragraph('a', text('SOC')), paragraph('code', text('SOC')), text(' and SME, SOC')),
  );
  const after = markTerms(tree, glossary);
  expect(marked(after)).toEqual(['SME', 'SOC']);
  expect(words(after)).toBe(words(tree));
});

test('a term with signs in it is matched as it is written', () => {
  expect(marked(markTerms(page(paragraph('p', text('the R&D(X) plan'))), having('R&D(X)')))).toEqual(['R&D(X)']);
});

test('terms of several words, the longest at each place; long ones and signs at the front', () => {
  const tree = page(paragraph('p', text('An R&D UK plan, R&D, .NET CORE, and VERY LONG TERM')));
  const terms = having('R&D', 'R&D UK', '.NET CORE', 'VERY LONG TERM');
  expect(marked(markTerms(tree, terms))).toEqual(['R&D UK', 'R&D', '.NET CORE']);
});

test('B2: what a page costs grows with the page, however many terms there are and however they begin', () => {
  const asked = (size: number): number => {
    const terms = havingAll(Array.from({ length: size }, (_, at) => `R&D ${at}X`));
    let count = 0;
    markTerms(page(paragraph('p', text('The R&D plan of R&D, and so on. '.repeat(100)))), (term) => {
      count += 1;
      return terms(term);
    });
    return count;
  };
  expect(asked(220_000)).toBe(asked(1));
  expect(asked(1)).toBeLessThan(12 * 3_200);
});
