import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';

type Handlers = NonNullable<Options['handlers']>;
type Handle = NonNullable<Handlers['text']>;
type Unsafe = NonNullable<Options['unsafe']>[number];

/** What is taken for an address by itself, and is written so. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]+/gi;
const PLAIN_ADDRESS = /^[\w./:?#=%,;+@!$()'-]+$/;

/**
 * What a sign looks like to Markdown: white space, punctuation, or a letter. Judged by its last half, as the parser
 * does.
 */
function classOf(sign: string): 'space' | 'sign' | 'letter' {
  if (sign === '' || /\s/.test(sign)) return 'space';
  return /[\p{P}\p{S}]/u.test(sign) ? 'sign' : 'letter';
}

/** Whether marks around a value open and close where they stand, so that nothing has to be spelled to help them. */
function opensAndCloses(before: string, value: string, after: string): boolean {
  const [outside, first] = [classOf(before.slice(-1)), classOf(value.slice(0, 1))];
  const [last, beyond] = [classOf(value.slice(-1)), classOf(after.slice(0, 1))];
  return (
    first !== 'space' &&
    last !== 'space' &&
    (first === 'letter' || outside !== 'letter') &&
    (last === 'letter' || beyond !== 'letter')
  );
}

/** A mark that is written with signs where these are understood, and as a tag where they are not. */
function marked(tag: string, signOf: (before: string, value: string, after: string) => string | null): Handle {
  const handle: Handle & { peek?: Handle } = (node, _, state, info) => {
    const exit = state.enter(tag === 'em' ? 'emphasis' : 'strong');
    const value = state.containerPhrasing(node, { ...info, before: '*', after: '*' });
    exit();
    if (value === '') return '';
    const sign = opensAndCloses(info.before, value, info.after) ? signOf(info.before, value, info.after) : null;
    return sign === null ? `<${tag}>${value}</${tag}>` : `${sign}${value}${sign}`;
  };
  handle.peek = () => '*';
  return handle;
}

const isStar = (sign: string): boolean => sign === '*';

const strong = marked('strong', (before, value) => (isStar(before.slice(-1)) || value.includes('***') ? null : '**'));

const emphasis = marked('em', (before, value, after) => {
  const [left, right] = [before.slice(-1), after.slice(0, 1)];
  // A low line beside an address is taken for a part of it.
  const isAddress = /^\S*@|(?:@|:\/\/|www\.)\S*$/i.test(value);
  if (!isAddress && classOf(left) !== 'letter' && classOf(right) !== 'letter' && left !== '_' && right !== '_')
    return '_';
  return isStar(left) || isStar(right) || value.includes('*') ? null : '*';
});

const struck = marked('del', (before, value, after) =>
  before.endsWith('~') || after.startsWith('~') || value.includes('~') ? null : '~~',
);

/** Letters and figures alone: no sign of Markdown is among them, whatever stands around. */
const BARE = /^[\p{L}\p{N}]+$/u;

/** Text as it is, with a stroke only before what Markdown would take for something else. */
const text: Handle = (node, _, state, info) => {
  const value: string = node.value;
  // An address that stands for itself is written once.
  if (BARE.test(value) || state.stack.includes('autolink')) return value;
  const pieces: string[] = [];
  let at = 0;
  const inLabel = state.stack.includes('label');
  for (const match of inLabel ? [] : value.matchAll(ADDRESS)) {
    const address = match[0];
    if (!PLAIN_ADDRESS.test(address)) continue;
    const before = at === 0 ? info.before : (value[at - 1] ?? '');
    const end = match.index + address.length;
    // A sign of Markdown after it would be taken for a part of it.
    const isHeld = end === value.length ? /^[^\s<]/.test(info.after) : /</.test(value[end] ?? '');
    if (isHeld && address.startsWith('www')) continue;
    const written = isHeld ? `<${address}>` : address;
    pieces.push(state.safe(value.slice(at, match.index), { ...info, before, after: written.slice(0, 1) }), written);
    at = end;
  }
  const before = at === 0 ? info.before : (value[at - 1] ?? '');
  pieces.push(state.safe(value.slice(at), { ...info, before }));
  return pieces.join('');
};

const listItem: Handle = (node, parent, state, info) => {
  const number =
    parent?.type === 'list' && parent.ordered ? String((parent.start ?? 1) + (places(parent).get(node) ?? 0)) : '';
  const bullet = `${number}${state.bulletCurrent ?? '-'} `;
  const tracker = state.createTracker(info);
  tracker.move(bullet);
  tracker.shift(bullet.length);
  const exit = state.enter('listItem');
  const value = state.containerFlow(node, tracker.current());
  exit();
  const indent = ' '.repeat(bullet.length);
  return state.indentLines(value, (line, at, blank) =>
    at === 0 ? `${bullet}${line}`.trimEnd() : `${blank ? '' : indent}${line}`,
  );
};

/** Where each item of a list stands, asked once a list. */
const PLACES = new WeakMap<object, Map<unknown, number>>();
function places(list: { readonly children: readonly unknown[] }): Map<unknown, number> {
  const known = PLACES.get(list);
  if (known) return known;
  const found = new Map(list.children.map((item, at) => [item, at]));
  PLACES.set(list, found);
  return found;
}

/** Without what is only escaped to be on the safe side: it makes words hard to read and to find. */
function readable(patterns: readonly Unsafe[]): Unsafe[] {
  return patterns.flatMap((pattern): Unsafe[] => {
    if (pattern.character === '@') return [];
    if (pattern.character === '&' && pattern.after) return [{ ...pattern, after: '(?:#|[A-Za-z])[A-Za-z0-9]{0,31};' }];
    if (pattern.character !== '~') return [pattern];
    if (pattern.atBreak) return [{ ...pattern, after: '~~' }];
    return [
      { ...pattern, after: '~' },
      { ...pattern, before: '~' },
    ];
  });
}

const root: Handle = (node, _, state, info) => {
  // A box begins with colons.
  state.unsafe = [...readable(state.unsafe), { atBreak: true, character: ':', after: '::' }];
  return state.containerFlow(node, info);
};

const writerWith = (tablePipeAlign: boolean) =>
  unified()
    .use(remarkGfm, { tablePipeAlign, singleTilde: false })
    .use(remarkStringify, {
      bullet: '-',
      fences: true,
      listItemIndent: 'one',
      rule: '-',
      handlers: { root, text, strong, emphasis, delete: struck, listItem },
    })
    .freeze();

const aligned = writerWith(true);
const compact = writerWith(false);
/** Characters of the longest cell, times cells: so much is a table filled up with to stand in line. */
const MOST_FILLED = 60_000;

/** A syntax tree as Markdown. */
export const writeMarkdown = (tree: Root): string => (isSlim(tree) ? aligned : compact).stringify(tree);

function isSlim(tree: Root): boolean {
  let cells = 0;
  let longest = 0;
  const length = (node: object): number => {
    if ('value' in node && typeof node.value === 'string') return node.value.length;
    if (!('children' in node) || !Array.isArray(node.children)) return 0;
    return node.children.reduce((sum: number, child: object) => sum + length(child), 0);
  };
  const walk = (node: { readonly type: string; readonly children?: readonly object[] }): void => {
    if (node.type === 'tableCell') {
      cells += 1;
      longest = Math.max(longest, length(node));
    } else for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(tree);
  return cells * longest <= MOST_FILLED;
}
