import type { Element, ElementContent } from 'hast';
import type { Leaf } from './inline.ts';
import type { Marks } from './marks.ts';

/** A formula in MathML as words in a line: powers raised, indices lowered, fractions with a stroke. */
export function mathsOf(math: Element, marks: Marks): readonly Leaf[] {
  const out: Leaf[] = [];
  const say = (value: string, around: Marks): void => {
    out.push({ kind: 'text', value, marks: around });
  };
  const parts = (element: Element): readonly Element[] => element.children.filter((child) => child.type === 'element');
  const shift = (kind: 'sup' | 'sub', part: Element | undefined, around: Marks): void => {
    const step = around.filter((mark) => /^su[pb]:/.test(mark)).length + 1;
    if (part) walk(part, step > 4 ? around : [...around, `${kind}:${step}`]);
  };
  const grouped = (part: Element | undefined, around: Marks): void => {
    if (!part) return;
    const inner = parts(part).length > 1;
    if (inner) say('(', around);
    walk(part, around);
    if (inner) say(')', around);
  };
  const walk = (node: ElementContent, around: Marks): void => {
    if (node.type === 'text') say(node.value, around);
    if (node.type !== 'element' || node.tagName.startsWith('annotation')) return;
    const [first, second, third] = parts(node);
    const { tagName } = node;
    if (/^m(?:su[bp]|subsup|over|under|underover)$/.test(tagName)) {
      if (first) walk(first, around);
      shift(/^m(?:sup|over)$/.test(tagName) ? 'sup' : 'sub', second, around);
      shift('sup', third, around);
    } else if (tagName === 'mfrac') {
      grouped(first, around);
      say('/', around);
      grouped(second, around);
    } else if (tagName === 'msqrt' || tagName === 'mroot') {
      if (tagName === 'mroot') shift('sup', second, around);
      say('√(', around);
      for (const part of tagName === 'mroot' ? [first] : parts(node)) if (part) walk(part, around);
      say(')', around);
    } else {
      for (const child of node.children) walk(child, around);
      if (/^m(?:td|tr|space)$/.test(tagName)) say(' ', around);
    }
  };
  for (const child of math.children) walk(child, marks);
  return out;
}
