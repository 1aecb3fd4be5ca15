import type { PhrasingContent } from 'mdast';
import type { Mark, Marks } from './marks.ts';

/** A piece of a line: words, a line break or a picture. */
export type Leaf =
  | { readonly kind: 'text'; readonly value: string; readonly marks: Marks }
  | { readonly kind: 'break'; readonly marks: Marks }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string; readonly marks: Marks };

type Placed = { readonly leaf: Leaf | 'space'; marks: Marks };

const SPACE = /[ \t\n\r\f\u00a0]+/g;
/** Where several marks begin and end together, the first of these is outside. */
const ORDER = ['link', 'strong', 'emphasis', 'delete', 'ins', 'u', 'mark', 'sup', 'sub', 'code'];

/** Paragraphs of the pieces between two blocks: an empty line parts them. */
export function paragraphsOf(leaves: readonly Leaf[]): PhrasingContent[][] {
  const paragraphs: PhrasingContent[][] = [];
  let line: Leaf[] = [];
  let breaks = 0;
  const close = (): void => {
    const nodes = phrasingOf(line);
    if (nodes.length > 0) paragraphs.push(nodes);
    line = [];
  };
  for (const leaf of leaves) {
    if (leaf.kind === 'text' && leaf.value.trim() === '') line.push(leaf);
    else {
      breaks = leaf.kind === 'break' ? breaks + 1 : 0;
      if (breaks === 2) close();
      line.push(leaf);
    }
  }
  close();
  return paragraphs;
}

/** One line of pieces as Markdown's nodes. White space at the edges of a mark stands outside of it. */
function phrasingOf(leaves: readonly Leaf[]): PhrasingContent[] {
  const placed = trimmed(spaced(leaves));
  settle(placed);
  return nest(placed, 0, placed.length, []);
}

function spaced(leaves: readonly Leaf[]): Placed[] {
  const placed: Placed[] = [];
  const space = (): void => {
    const last = placed.at(-1)?.leaf;
    if (last !== 'space' && last !== undefined) placed.push({ leaf: 'space', marks: [] });
  };
  for (const leaf of leaves) {
    if (leaf.kind !== 'text') {
      placed.push({ leaf, marks: leaf.marks });
      continue;
    }
    const value = leaf.value.replace(SPACE, ' ');
    const core = value.trim();
    if (/^\s/.test(value)) space();
    if (core === '') continue;
    placed.push({ leaf: { ...leaf, value: core }, marks: said(core, leaf.marks) });
    if (/\s$/.test(value)) space();
  }
  return placed;
}

/** Nobody sees a full stop that is bold, and Markdown has no way to say it after a letter. */
const said = (words: string, marks: Marks): Marks =>
  /^\p{P}+$/u.test(words) ? marks.filter((mark) => mark !== 'strong' && mark !== 'emphasis') : marks;

/** Without spaces beside a line break, and without anything unseen at the ends. */
function trimmed(placed: readonly Placed[]): Placed[] {
  const isBreak = (one: Placed | undefined): boolean =>
    one !== undefined && one.leaf !== 'space' && one.leaf.kind === 'break';
  const kept: Placed[] = [];
  for (const one of placed) {
    const last = kept.at(-1);
    if (one.leaf === 'space' && (last === undefined || isBreak(last))) continue;
    if (isBreak(one)) {
      if (last?.leaf === 'space') kept.pop();
      if (kept.length === 0 || isBreak(kept.at(-1))) continue;
    }
    kept.push(one);
  }
  while (kept.length > 0 && (kept.at(-1)?.leaf === 'space' || isBreak(kept.at(-1)))) kept.pop();
  return kept;
}

/** A space or a break looks like what is on both sides of it. */
function settle(placed: readonly Placed[]): void {
  const isLoose = ({ leaf }: Placed): boolean => leaf === 'space' || leaf.kind === 'break';
  const after: Marks[] = [];
  let next: Marks = [];
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    after[at] = next;
    const one = placed[at];
    if (one && !isLoose(one)) next = one.marks;
  }
  let before: Marks = [];
  placed.forEach((one, at) => {
    if (!isLoose(one)) before = one.marks;
    else one.marks = before.filter((mark) => after[at]?.includes(mark) && !(mark === 'code' && one.leaf !== 'space'));
  });
}

const rank = (mark: Mark): number => ORDER.indexOf(mark.split(':', 1)[0] ?? '');

/** Marks around pieces: the one that reaches furthest is outside, so that no mark is opened twice without need. */
function nest(placed: readonly Placed[], from: number, to: number, open: Marks): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let at = from; at < to; ) {
    const here = placed[at];
    if (here === undefined) break;
    let best: Mark | null = null;
    let end = at + 1;
    const more = here.marks.filter((mark) => !open.includes(mark)).sort((a, b) => rank(a) - rank(b));
    for (const mark of more) {
      if (mark === 'code' && more.length > 1) continue;
      let reach = at + 1;
      const alone = open.length + 1;
      while (reach < to && holds(placed[reach], mark, mark === 'code' ? alone : null)) reach += 1;
      if (best === null || reach > end) [best, end] = [mark, reach];
    }
    if (best === null) nodes.push(plain(here));
    else if (best === 'code') nodes.push({ type: 'inlineCode', value: placed.slice(at, end).map(wordsOf).join('') });
    else nodes.push(...marked(best, nest(placed, at, end, [...open, best])));
    at = end;
  }
  return joined(nodes);
}

const holds = (one: Placed | undefined, mark: Mark, count: number | null): boolean =>
  one?.marks.includes(mark) === true && (count === null || one.leaf === 'space' || one.marks.length === count);

const wordsOf = ({ leaf }: Placed): string =>
  leaf === 'space' ? ' ' : leaf.kind === 'text' ? leaf.value : leaf.kind === 'image' ? leaf.alt : ' ';

function plain({ leaf }: Placed): PhrasingContent {
  if (leaf === 'space') return { type: 'text', value: ' ' };
  if (leaf.kind === 'text') return { type: 'text', value: leaf.value };
  return leaf.kind === 'break' ? { type: 'break' } : { type: 'image', url: leaf.url, alt: leaf.alt };
}

function marked(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  if (mark === 'strong' || mark === 'emphasis' || mark === 'delete') return [{ type: mark, children }];
  if (mark.startsWith('link:')) {
    return [{ type: 'link', url: mark.slice('link:'.length), children }];
  }
  const [name = ''] = mark.split(':', 1);
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }];
}

/** Neighbouring text as one piece, so that what is escaped in it is judged whole. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else out.push(node);
  }
  return out;
}
