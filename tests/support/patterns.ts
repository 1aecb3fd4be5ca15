import { parseSync } from 'vite';
import { sourceFiles } from './source-files.ts';

/** A regular expression as it stands in the source. */
export interface Pattern {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

interface Node {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly Node[];
  readonly value?: unknown;
  readonly left?: Node;
  readonly right?: Node;
}

/** A text that is written out, also in pieces; `null` where some of it comes from elsewhere. */
function textOf({ type, value, left, right }: Node): string | null {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'BinaryExpression' || !left || !right) return null;
  const [from, to] = [textOf(left), textOf(right)];
  return from === null || to === null ? null : from + to;
}

/** `/…/u`, or `new RegExp('…', 'u')`. */
function patternOf({ regex, type, callee, arguments: given = [] }: Node): Omit<Pattern, 'path'> | null {
  if (regex) return { source: regex.pattern, flags: regex.flags };
  if (type !== 'NewExpression' || callee?.name !== 'RegExp' || !given[0]) return null;
  const source = textOf(given[0]);
  return source === null ? null : { source, flags: given[1] ? (textOf(given[1]) ?? 'u') : '' };
}

/** Every regular expression that is written out under some folders. */
export function patternsIn(...folders: readonly string[]): readonly Pattern[] {
  return sourceFiles(...folders).flatMap(({ path, text }) => {
    const found: Pattern[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        const pattern = patternOf(value);
        if (pattern) found.push({ path, ...pattern });
        Object.values(value).forEach(walk);
      }
    };
    walk(parseSync(path, text).program.body);
    return found;
  });
}

/** A part of a pattern that stands for one character, and characters that it stands for. */
interface Atom {
  readonly samples: readonly string[];
  /** It may stand there more than once, or its group may. */
  readonly loops: boolean;
}

const ESCAPES: Readonly<Record<string, readonly string[]>> = {
  s: [' ', '\t', '\n'],
  S: ['a', '-'],
  d: ['1'],
  D: ['a'],
  w: ['a', '1'],
  W: [' ', '-'],
  n: ['\n'],
  r: ['\r'],
  t: ['\t'],
};

/** Characters that a class holds, a few. */
function membersOf(inside: string): readonly string[] {
  const isNot = inside.startsWith('^');
  const parts =
    (isNot ? inside.slice(1) : inside).match(/\\u\{[^}]*\}|\\u.{4}|\\x..|\\[pP]\{[^}]*\}|\\.|[\s\S]/gu) ?? [];
  const named = parts.flatMap((part) => sampleOf(part)).filter((one) => one !== '');
  if (!isNot) return [...new Set(named)].slice(0, 6);
  return ['a', ' ', '\n', '<', '-', '"', '1']
    .filter((one) => !new RegExp(`[${inside.slice(1)}]`, 'u').test(one))
    .slice(0, 4);
}

function sampleOf(part: string): readonly string[] {
  if (!part.startsWith('\\')) return [part];
  const kind = part[1] ?? '';
  if (kind === 'u' || kind === 'x') {
    const code = Number.parseInt(part.replace(/^\\[ux]\{?|\}$/g, ''), 16);
    return Number.isNaN(code) ? [] : [String.fromCodePoint(code)];
  }
  if (kind === 'p')
    return ['L', 'Emoji', 'Ext'].some((name) => part.includes(name)) ? ['a', '😀'] : ['a', 'é', '\u0301', '.'];
  if (kind === 'P') return [' ', 'a'];
  if (/[bBk1-9]/.test(kind)) return [];
  return ESCAPES[kind] ?? [kind];
}

/** The parts of a pattern in their order; alternatives follow one another. */
function atomsOf(source: string): readonly Atom[] {
  const atoms: Atom[] = [];
  const opened: number[] = [];
  const tokens =
    source.match(
      /\[(?:\\[\s\S]|[^\]\\])*\]|\(\?<?[=!:]|\(\?<\w+>|\\u\{[^}]*\}|\\u.{4}|\\x..|\\[pP]\{[^}]*\}|\\k<\w+>|\\.|\{\d*,?\d*\}\??|[*+?]\??|[\s\S]/gu,
    ) ?? [];
  let closed: number | null = null;
  for (const token of tokens) {
    const looped: number | null = closed;
    closed = null;
    if (token.startsWith('(')) opened.push(atoms.length);
    else if (token === ')') closed = opened.pop() ?? 0;
    else if (/^(?:[*+]|\{\d+,\d*\})/.test(token)) {
      const from = looped ?? atoms.length - 1;
      for (let at = Math.max(0, from); at < atoms.length; at += 1)
        atoms[at] = { samples: atoms[at]?.samples ?? [], loops: true };
    } else if (token === '|' || token === '^' || token === '$' || /^[?{]/.test(token)) continue;
    else if (token.startsWith('[') && token.length > 1)
      atoms.push({ samples: membersOf(token.slice(1, -1)), loops: false });
    else if (token === '.') atoms.push({ samples: ['a', ' '], loops: false });
    else atoms.push({ samples: sampleOf(token), loops: false });
  }
  return atoms.filter(({ samples }) => samples.length > 0);
}

/** A text that may cost a pattern much: a beginning, a piece that is repeated, and an end that fits nothing. */
export interface Pump {
  readonly start: string;
  readonly piece: string;
  readonly end: string;
}

export const pumped = ({ start, piece, end }: Pump, length: number): string =>
  start + piece.repeat(Math.max(1, Math.floor(length / piece.length))) + end;

const MOST_STARTS = 24;

/** Texts that are made from a pattern's own characters. */
export function pumpsOf(source: string): readonly Pump[] {
  const atoms = atomsOf(source);
  const looping = atoms.flatMap((atom, at) => (atom.loops ? [at] : []));
  const first = (at: number): string => atoms[at]?.samples[0] ?? '';
  const whole = atoms.map((_, at) => first(at)).join('');
  const pieces = new Set<string>();
  const pumps: Pump[] = [];
  const add = (start: string, piece: string): void => {
    if (piece === '' || pieces.has(`${start}\n${piece}`)) return;
    pieces.add(`${start}\n${piece}`);
    for (const end of ['\u0001', '', ' \u0001']) pumps.push({ start, piece, end });
  };
  add('', whole);
  for (const at of looping.slice(0, MOST_STARTS)) {
    const before = atoms
      .slice(0, at)
      .map(({ samples }) => samples[0] ?? '')
      .join('');
    for (const sample of atoms[at]?.samples ?? []) {
      add('', sample);
      add(before, sample);
    }
    add('', before + first(at));
    add(before, first(at) + first(at + 1));
    add('', first(at - 1) + first(at));
    add('', first(at) + first(at + 1));
  }
  // Where each beginning looks for an end that never comes.
  for (let at = 1; at < Math.min(atoms.length, MOST_STARTS); at += 1)
    add(
      '',
      atoms
        .slice(0, at)
        .map((_, one) => first(one))
        .join(''),
    );
  return pumps;
}
