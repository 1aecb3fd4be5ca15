import { PICTURE_LIMITS } from './limits.ts';
import { BOXES, PRESENTATION } from './svg-names.ts';
import { addProperty, type Effects, hasEffects, noEffects, type ValueFault } from './svg-values.ts';

/** A rule that does more than colour, and what it may choose: the last part of its selector, or everything. */
export interface StyleRule {
  readonly by: 'class' | 'id' | 'tag' | 'all';
  readonly name: string;
  readonly effects: Effects;
  /** Elements that a browser may look at to know of one whether the rule chooses it. */
  readonly looks: number;
}

/** Properties of one `style` attribute, or of one rule. */
export function readDeclarations(text: string, into: Effects): ValueFault | null {
  for (const part of splitOutside(text, ';')) {
    const colon = part.indexOf(':');
    if (colon < 0) {
      if (part.trim() !== '') return { what: `style "${part.trim().slice(0, 40)}"` };
      continue;
    }
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part.slice(colon + 1).trim();
    if (!PRESENTATION.has(name) && !BOXES.has(name) && !/^-(?:inkscape|en|moz|ms)-[a-z-]+$/.test(name)) {
      return { what: `style "${name.slice(0, 40)}"` };
    }
    const fault = addProperty(name, value, into);
    if (fault) return fault;
  }
  return null;
}

/** Reads a style sheet. What it says of colours and the like is looked at and forgotten; what costs is kept. */
export function readStyle(sheet: string, rules: StyleRule[]): ValueFault | null {
  const text = withoutComments(sheet);
  if (text === null) return { what: 'comment without an end in a style' };
  if (text.includes('\\')) return { what: 'escape in a style' };
  return readRules(text, rules, true);
}

function readRules(text: string, rules: StyleRule[], mayNest: boolean): ValueFault | null {
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('{', at);
    const head = text.slice(at, open < 0 ? text.length : open).trim();
    const isMedia = mayNest && /^@media\b/i.test(head);
    if (head.startsWith('@') && !isMedia) return { what: `style "${/^@[\w-]*/.exec(head)?.[0] ?? '@'}"` };
    if (open < 0) return head === '' ? null : { what: `style "${head.slice(0, 40)}"` };
    const close = isMedia ? endOfBlock(text, open) : text.indexOf('}', open);
    if (close < 0) return { what: `style "${head.slice(0, 40)}"` };
    const inside = text.slice(open + 1, close);
    const fault = isMedia ? readRules(inside, rules, false) : readRule(head, inside, rules);
    if (fault) return fault;
    at = close + 1;
  }
  return null;
}

function readRule(head: string, inside: string, rules: StyleRule[]): ValueFault | null {
  const effects = noEffects();
  const fault = inside.includes('{') ? ({ what: 'style "{"' } as const) : readDeclarations(inside, effects);
  if (fault) return fault;
  for (const selector of head.split(',')) {
    if (!/^[\w\s.#*>+~\-:()="'[\]^$|\u0080-\uffff]{1,1000}$/.test(selector)) {
      return { what: `style "${selector.trim().slice(0, 40)}"` };
    }
    const looks = looksOf(selector.trim());
    if (looks === null || rules.length >= PICTURE_LIMITS.svg.selectors) return { costly: 'styles' };
    rules.push({ ...chosenBy(selector), effects: hasEffects(effects) ? effects : NOTHING, looks });
  }
  return null;
}

const NOTHING = noEffects();

/**
 * What a selector costs for each element. By elements inside others one looks up the nesting, again and again where
 * parents are asked for as well. `null` for what no limit holds: all that came before an element in the same one, what
 * is in or after it, parts of long values, and selectors in selectors that do this.
 */
function looksOf(selector: string): number | null {
  const plain = selector.replace(/(["'])[^"']*\1/g, '""');
  if (/[~*|]=|~/.test(plain) || plain.replace(/:(?:not|nth-[a-z-]+)\([\w\s.#+-]*\)/gi, '').includes('(')) return null;
  const steps = plain.match(/\s*[>+]\s*|\s+/g) ?? [];
  const anyAbove = steps.filter((step) => step.trim() === '').length;
  return 1 + steps.length * (anyAbove < steps.length ? UP ** anyAbove : 1);
}

/** How far up is looked: few drawings nest deeper. */
const UP = 30;

/** What a selector chooses at most, by its last part. */
function chosenBy(selector: string): Pick<StyleRule, 'by' | 'name'> {
  const last =
    selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? '';
  // What follows, another class or a state, chooses no more than this.
  const plain = /^([\w\u0080-\uffff-]*)(?:([.#])([\w\u0080-\uffff-]+))?(?=[.#:[]|$)/.exec(last);
  if (plain?.[3] !== undefined) return { by: plain[2] === '#' ? 'id' : 'class', name: plain[3] };
  return plain?.[1] ? { by: 'tag', name: plain[1] } : { by: 'all', name: '' };
}

function endOfBlock(text: string, open: number): number {
  for (let at = open, depth = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** `null` where one does not end. */
export function withoutComments(text: string): string | null {
  let plain = '';
  for (let at = 0; ; ) {
    const open = text.indexOf('/*', at);
    if (open < 0) return plain + text.slice(at);
    const close = text.indexOf('*/', open + 2);
    if (close < 0) return null;
    plain += `${text.slice(at, open)} `;
    at = close + 2;
  }
}

/** Parts between marks that stand in no quotes and no brackets. */
function splitOutside(text: string, mark: string): readonly string[] {
  const parts: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if (quote !== '') quote = one === quote ? '' : quote;
    else if (one === '"' || one === "'") quote = one;
    else if (one === '(') depth += 1;
    else if (one === ')') depth -= 1;
    else if (one === mark && depth <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
