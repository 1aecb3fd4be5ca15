import type { Element, ElementContent } from 'hast';

/** Word's names of the parts of a formula, and those of MathML with the same parts in the same order. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['m:ssup', 'msup'],
  ['m:ssub', 'msub'],
  ['m:ssubsup', 'msubsup'],
  ['m:f', 'mfrac'],
  ['m:limlow', 'munder'],
  ['m:limupp', 'mover'],
]);
const DEEPEST = 60;

/** A formula of Word in MathML; `null` for any other element. Word hands it over beside a picture that has no words. */
export const officeFormula = (node: Element): Element | null =>
  node.tagName === 'm:omath' ? converted(node, 0) : null;

function converted(node: Element, depth: number): Element {
  // Deeper than anybody reads a formula: its words without its shape.
  if (depth > DEEPEST) return row([text(wordsOf(node))]);
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    // What is said of a part's looks has no words.
    return /^m:[a-z]+pr$/.test(child.tagName) ? [] : [converted(child, depth + 1)];
  });
  const parts = children.filter((child) => child.type === 'element');
  const name = NAMES.get(node.tagName);
  if (name !== undefined) return { ...row(children), tagName: name };
  if (node.tagName === 'm:rad') {
    const [degree, inside] = parts;
    const isPlain = degree === undefined || wordsOf(degree).trim() === '';
    return isPlain
      ? { ...row(inside ? [inside] : []), tagName: 'msqrt' }
      : { ...row(parts.reverse()), tagName: 'mroot' };
  }
  if (node.tagName === 'm:d') {
    const [open, close] = [signOf(node, 'm:begchr', '('), signOf(node, 'm:endchr', ')')];
    return row([text(open), ...parts.flatMap((part, at) => (at === 0 ? [part] : [text(', '), part])), text(close)]);
  }
  if (node.tagName === 'm:nary') {
    const [under, over, ...rest] = parts;
    const sign = { ...row([row([text(signOf(node, 'm:chr', '∫'))]), under ?? row([]), over ?? row([])]) };
    return row([{ ...sign, tagName: 'munderover' }, ...rest]);
  }
  return row(children);
}

const row = (children: readonly ElementContent[]): Element => ({
  type: 'element',
  tagName: 'mrow',
  properties: {},
  children: [...children],
});

const text = (value: string): ElementContent => ({ type: 'text', value });

/** The sign that a formula's part names in an attribute. */
function signOf(node: Element, name: string, otherwise: string, depth = 0): string {
  for (const child of node.children) {
    if (child.type !== 'element' || depth > 3) continue;
    if (child.tagName === name) return String(Object.values(child.properties)[0] ?? '');
    if (!/^m:[a-z]+pr$/.test(child.tagName)) continue;
    const found = signOf(child, name, otherwise, depth + 1);
    if (found !== otherwise) return found;
  }
  return otherwise;
}

const wordsOf = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('');
