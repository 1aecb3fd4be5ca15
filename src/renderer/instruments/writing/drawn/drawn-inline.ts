import { type SyntaxNode, treeTo } from '../markdown-text.ts';

const ELEMENTS: Readonly<Record<string, string>> = {
  StrongEmphasis: 'strong',
  Emphasis: 'em',
  Strikethrough: 's',
  InlineCode: 'code',
};
const SIGN = /^(?:EmphasisMark|StrikethroughMark|CodeMark|LinkMark|LinkTitle|HTMLTag)$/;
/** Before the words, so that no sign at their beginning makes a list or a heading of them. */
const BEFORE = 'x ';

/** One line of Markdown as nodes, drawn as it is read. */
export function drawnInline(text: string): readonly Node[] {
  if (!/[*_~`[\\<&]/.test(text)) return [document.createTextNode(text)];
  const source = BEFORE + text;
  const top = treeTo(source, source.length).topNode.firstChild;
  return top ? nodesIn(top, source, BEFORE.length, source.length) : [document.createTextNode(text)];
}

function nodesIn(parent: SyntaxNode, source: string, from: number, to: number): readonly Node[] {
  const nodes: Node[] = [];
  let at = from;
  const words = (end: number): void => {
    if (end > at) nodes.push(document.createTextNode(source.slice(at, end)));
  };
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.to <= from || child.from >= to) continue;
    words(child.from);
    nodes.push(...drawn(child, source));
    at = child.to;
  }
  words(to);
  return nodes;
}

function drawn(node: SyntaxNode, source: string): readonly Node[] {
  const { name, from, to } = node;
  if (name === 'Escape') return [document.createTextNode(source.slice(from + 1, to))];
  if (name === 'HTMLTag' && /^<br\s*\/?>$/i.test(source.slice(from, to))) return [document.createElement('br')];
  if (name === 'HTMLTag') return [document.createTextNode(source.slice(from, to))];
  if (SIGN.test(name)) return [];
  const tag = ELEMENTS[name];
  if (tag !== undefined) {
    const element = document.createElement(tag);
    element.append(...nodesIn(node, source, from, to));
    return [element];
  }
  const [open, close] = name === 'Link' && node.getChild('URL') ? node.getChildren('LinkMark') : [];
  if (open && close && open.to < close.from) {
    const words = document.createElement('span');
    words.className = 'sat-w-link';
    words.append(...nodesIn(node, source, open.to, close.from));
    return [words];
  }
  return [document.createTextNode(source.slice(from, to))];
}
