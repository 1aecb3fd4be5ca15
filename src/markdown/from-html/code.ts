import type { Element, ElementContent } from 'hast';
import type { Code } from 'mdast';
import { isHidden } from './hidden.ts';
import { classesOf, styleOf } from './style.ts';

const RAISED: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-=()n'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][at] ?? '']),
);
const LOWERED: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-=()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at] ?? '']),
);
const LINES = /^(?:p|div|li|tr|h[1-6]|ol|ul|table)$/;

/** Text whose lines and spaces count. It has no signs for powers: they are letters of their own, or a caret. */
export function codeOf(pre: Element): Code | null {
  const value = textOf(pre)
    .replace(/\u00a0/g, ' ')
    .replace(/^\n/, '')
    .trimEnd();
  if (value.trim() === '') return null;
  const language = languageOf(pre);
  return { type: 'code', value, ...(language === null ? {} : { lang: language }) };
}

function textOf(element: Element): string {
  let text = '';
  const line = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const walk = (node: ElementContent): void => {
    if (node.type === 'text') text += node.value.replace(/\r\n?/g, '\n');
    if (node.type !== 'element' || isHidden(node, styleOf(node))) return;
    const { tagName } = node;
    if (tagName === 'br') text += '\n';
    if (tagName === 'img' && typeof node.properties.alt === 'string') text += node.properties.alt;
    if (tagName === 'sup' || tagName === 'sub') text += shifted(textOf(node), tagName);
    else if (/^(?:del|s|strike)$/.test(tagName)) text += `~~${textOf(node)}~~`;
    else {
      if (LINES.test(tagName)) line();
      for (const child of node.children) walk(child);
      if (LINES.test(tagName)) line();
    }
  };
  for (const child of element.children) walk(child);
  return text;
}

function shifted(text: string, kind: 'sup' | 'sub'): string {
  const letters = [...text].map((sign) => (kind === 'sup' ? RAISED : LOWERED).get(sign));
  if (letters.every((letter) => letter !== undefined)) return letters.join('');
  const sign = kind === 'sup' ? '^' : '_';
  return text.length === 1 ? `${sign}${text}` : `${sign}(${text})`;
}

function languageOf(pre: Element): string | null {
  const inner = pre.children.find((child) => child.type === 'element');
  const names = `${classesOf(pre)} ${inner?.type === 'element' ? classesOf(inner) : ''}`;
  return /\b(?:language|lang|highlight-source)-([a-z0-9+#-]{1,40})\b/i.exec(names)?.[1]?.toLowerCase() ?? null;
}
