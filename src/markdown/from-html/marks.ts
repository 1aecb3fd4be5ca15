import type { Element } from 'hast';
import { outsideLink } from '#domain/link.ts';
import type { Style } from './style.ts';

/** How a piece of text looks or what it does. Superscripts of superscripts have a step of their own. */
export type Mark =
  | 'strong'
  | 'emphasis'
  | 'delete'
  | 'u'
  | 'ins'
  | 'mark'
  | 'code'
  | `${'sup' | 'sub'}:${number}`
  | `link:${string}`;

export type Marks = readonly Mark[];

const TAGS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['del', 'delete'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['u', 'u'],
  ['ins', 'ins'],
  ['mark', 'mark'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

/** These are bold by what they are: that they say so again is no emphasis. */
const BOLD_ANYWAY = /^(?:h[1-6]|th)$/;
/** Word's own names for the marks of notes. */
const RAISED = /\bMso(?:Footnote|Endnote|Comment)Reference\b/i;
const DEEPEST_SHIFT = 4;

/** The marks inside an element, from those around it, its name and its look. */
export function marksOf(element: Element, style: Style, around: Marks): Marks {
  const { tagName, properties } = element;
  let marks = around;
  const named = TAGS.get(tagName);
  if (named !== undefined) marks = withMark(marks, named);
  if (tagName === 'a') marks = withLink(marks, properties.href);
  if (!BOLD_ANYWAY.test(tagName)) marks = byWeight(marks, style.get('font-weight'));
  const slant = style.get('font-style');
  if (slant !== undefined) {
    if (/^(?:italic|oblique)/.test(slant)) marks = withMark(marks, 'emphasis');
    else if (slant === 'normal') marks = without(marks, 'emphasis');
  }
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (lines.includes('line-through')) marks = withMark(marks, 'delete');
  if (lines.includes('underline') && !isLinked(marks)) marks = withMark(marks, 'u');
  else if (/^\s*none/.test(lines) && (named === 'u' || named === 'delete')) marks = without(marks, named);
  return shifted(marks, shiftOf(element, style, marks));
}

function byWeight(marks: Marks, weight: string | undefined): Marks {
  if (weight === undefined) return marks;
  if (/^(?:bold|bolder)/.test(weight) || Number.parseInt(weight, 10) >= 600) return withMark(marks, 'strong');
  return /^(?:normal|lighter|[1-5]\d\d)/.test(weight) ? without(marks, 'strong') : marks;
}

function shiftOf({ tagName, properties }: Element, style: Style, around: Marks): 'sup' | 'sub' | null {
  if (tagName === 'sup' || tagName === 'sub') return tagName;
  const align = style.get('vertical-align');
  if (align === 'super' || align === 'sub') return align === 'super' ? 'sup' : 'sub';
  const raise = raiseOf(tagName, style);
  if (raise !== 0) return raise > 0 ? 'sup' : 'sub';
  const names = Array.isArray(properties.className) ? properties.className.join(' ') : '';
  // Word says it of a mark and again of what is in it.
  return RAISED.test(names) && !around.some((mark) => mark.startsWith('sup:')) ? 'sup' : null;
}

/** Pieces of a line that some programs raise by a length. */
const PIECES = /^(?:a|b|cite|code|em|font|i|small|span|strong|u)$/;

/** Heights of a letter in one of each unit, about. */
const UNITS: Readonly<Record<string, number>> = { pt: 1 / 12, px: 1 / 16, em: 1, rem: 1, ex: 0.5, '%': 0.01 };
/** What is moved by less is set straight in its line. */
const LEAST = 0.18;

/** How far words are raised by a length, in heights of a letter; below 0 where they are lowered. */
function raiseOf(tagName: string, style: Style): number {
  const length = (name: string): number => {
    const [, number = '', unit = ''] = /^([-+]?[\d.]+)(pt|px|r?em|ex|%)/.exec(style.get(name) ?? '') ?? [];
    const raise = Number.parseFloat(number) * (UNITS[unit] ?? 0);
    return Math.abs(raise) < LEAST || Number.isNaN(raise) ? 0 : raise;
  };
  const said = Number.parseFloat(style.get('mso-text-raise') ?? '0');
  if (said !== 0 && !Number.isNaN(said)) return said;
  if (!PIECES.test(tagName)) return 0;
  if (style.get('font-variant-position') === 'super') return 1;
  if (style.get('font-variant-position') === 'sub') return -1;
  if (length('vertical-align') !== 0) return length('vertical-align');
  return style.get('position')?.startsWith('relative') === true ? length('bottom') || -length('top') : 0;
}

/** A shift inside one of the same kind that has no text of its own between is the same one, said twice. */
function shifted(marks: Marks, kind: 'sup' | 'sub' | null): Marks {
  if (kind === null) return marks;
  const steps = marks.filter((mark) => /^su[pb]:/.test(mark)).length;
  return steps >= DEEPEST_SHIFT ? marks : [...marks, `${kind}:${steps + 1}`];
}

function withLink(marks: Marks, href: unknown): Marks {
  if (typeof href !== 'string' || isLinked(marks)) return marks;
  const address = href.trim();
  if (!/^page:[^\s#/]/.test(address) && outsideLink(address) === null) return marks;
  return [...without(marks, 'u'), `link:${address}`];
}

const isLinked = (marks: Marks): boolean => marks.some((mark) => mark.startsWith('link:'));

const withMark = (marks: Marks, mark: Mark): Marks =>
  marks.includes(mark) || (mark === 'u' && isLinked(marks)) ? marks : [...marks, mark];

const without = (marks: Marks, mark: Mark): Marks =>
  marks.includes(mark) ? marks.filter((one) => one !== mark) : marks;
