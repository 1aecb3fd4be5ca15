import { fencedLines } from './code-ranges.ts';
import type { Dialect, DialectContext } from './dialect.ts';
import { type DraftLine, fromLines, linesOf } from './draft.ts';

/** A box of Satchel: `:::note[Title]`, its body, `:::`. Boxes in the body have fewer colons than the one around it. */
export function boxOf(kind: string, title: string, body: readonly DraftLine[], at: number): DraftLine[] {
  const most = (now: number, { text }: DraftLine): number =>
    Math.max(now, /^\s{0,3}(:{3,})/.exec(text)?.[1]?.length ?? 0);
  const inner = body.reduce(most, 2);
  const colons = ':'.repeat(inner + 1);
  const label = title.trim() === '' ? '' : `[${labelOf(title)}]`;
  const end = body.at(-1)?.at ?? at;
  return [{ text: `${colons}${kind}${label}`, at }, ...trimmed(body), { text: colons, at: end }];
}

/** Brackets in a label would end it. */
const labelOf = (title: string): string => title.trim().replace(/(?<!\\)[[\]]/g, '\\$&');

/** Lines without the empty ones at either end. */
export function trimmed(lines: readonly DraftLine[]): readonly DraftLine[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

/** Names of boxes in other dialects, as the kinds that Satchel shows. */
export function boxKind(name: string): string {
  switch (name.toLowerCase()) {
    case 'law':
    case 'example':
    case 'important':
      return name.toLowerCase();
    case 'tip':
    case 'hint':
    case 'success':
    case 'check':
    case 'done':
      return 'tip';
    case 'warning':
    case 'warn':
    case 'caution':
    case 'attention':
    case 'danger':
    case 'error':
    case 'bug':
    case 'failure':
      return 'warning';
    default:
      return 'note';
  }
}

/** What a block dialect makes of the lines from an index on; `null` where it has nothing to do with them. */
export interface BlockFound {
  readonly lines: readonly DraftLine[];
  /** Index of the first line that follows. */
  readonly next: number;
}

/** Takes the lines that a block holds, and looks for blocks in them. */
type Within = (body: readonly DraftLine[]) => readonly DraftLine[];

export type FindBlock = (
  lines: readonly DraftLine[],
  index: number,
  context: DialectContext,
  within: Within,
) => BlockFound | null;

/** Blocks in blocks deeper than this stay as they are. */
const DEEPEST = 8;

/** In characters: no mark of a block is on a longer line. */
const LONGEST_LINE = 20_000;

/** A dialect that looks at each line outside fenced code, and may take it and the lines after it. */
export function blockDialect(id: string, find: FindBlock): Dialect {
  const look = (lines: readonly DraftLine[], context: DialectContext, depth: number): readonly DraftLine[] => {
    const fenced = fencedLines(lines.map(({ text }) => text).join('\n'));
    const within: Within = (body) => (depth < DEEPEST ? look(body, context, depth + 1) : body);
    const out: DraftLine[] = [];
    for (let index = 0; index < lines.length; ) {
      const line = lines[index];
      if (!line) break;
      const found = fenced[index] || line.text.length > LONGEST_LINE ? null : find(lines, index, context, within);
      for (const made of found?.lines ?? [line]) out.push(made);
      index = found ? Math.max(found.next, index + 1) : index + 1;
    }
    return out;
  };
  return { id, apply: (draft, context) => fromLines(look(linesOf(draft), context, 0)) };
}

/** Lines that are indented by at least so many columns (or empty), from an index on; and those lines without it. */
export function indentedBody(lines: readonly DraftLine[], from: number, columns: number): BlockFound {
  const body: DraftLine[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line) break;
    if (line.text.trim() === '') {
      body.push({ ...line, text: '' });
      continue;
    }
    const cut = dedent(line.text, columns);
    if (cut === null) break;
    body.push({ ...line, text: cut });
  }
  while (body.length > 0 && body.at(-1)?.text === '') {
    body.pop();
    next -= 1;
  }
  return { lines: body, next };
}

function dedent(text: string, columns: number): string | null {
  let column = 0;
  let index = 0;
  while (column < columns && index < text.length) {
    if (text[index] === ' ') column += 1;
    else if (text[index] === '\t') column += 4 - (column % 4);
    else break;
    index += 1;
  }
  return column < columns ? null : ' '.repeat(column - columns) + text.slice(index);
}

/** A line with an empty one after it where the next text would run into it. */
export const gap = (at: number): DraftLine => ({ text: '', at });
