import { blockDialect, boxKind, boxOf, gap, trimmed } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

const OPENS = /^ {0,3}(\/{3,})[ \t]*([a-z][\w-]*)(?:[ \t]*\|[ \t]*(.*?))?[ \t]*$/i;

/** Blocks of pymdownx: `/// tab | Title`, `/// note | Title`, closed by `///`. */
export const pymdownBlocks = blockDialect('block', (lines, index, context, within) => {
  const line = lines[index];
  const opens = OPENS.exec(line?.text ?? '');
  if (!line || !opens) return null;
  const [, , name = '', title = ''] = opens;
  const end = closing(lines, index);
  if (end === undefined) return null;
  const inside = lines.slice(index + 1, end);
  // Options are indented lines right below the opening.
  const first = inside.findIndex(({ text }) => !/^ {4}[\w-]+:/.test(text));
  const body = within(first === -1 ? [] : inside.slice(first));
  const kind = name.toLowerCase();
  if (kind === 'tab' || kind === 'html' || kind === 'define' || kind === 'caption') {
    context.note(
      line.at,
      line.text,
      kind === 'tab' ? 'made a bold line; the tabs stand one below the other' : 'taken away; the text it holds is kept',
    );
    const label = kind === 'tab' && title !== '' ? [{ text: `**${title}**`, at: line.at }, gap(line.at)] : [];
    return { lines: [gap(line.at), ...label, ...trimmed(body), gap(line.at)], next: end + 1 };
  }
  context.note(line.at, line.text, 'made a box');
  return { lines: [gap(line.at), ...boxOf(boxKind(kind), title, body, line.at), gap(line.at)], next: end + 1 };
});

const closings = new WeakMap<readonly DraftLine[], ReadonlyMap<number, number>>();

/** The line that closes the block opened on a line. Pairs are made once for all the lines. */
function closing(lines: readonly DraftLine[], open: number): number | undefined {
  const known = closings.get(lines) ?? pairs(lines);
  closings.set(lines, known);
  return known.get(open);
}

function pairs(lines: readonly DraftLine[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: { readonly index: number; readonly mark: string }[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (!text.trimStart().startsWith('///')) continue;
    const mark = OPENS.exec(text.slice(0, 2_000))?.[1];
    if (mark !== undefined) open.push({ index, mark });
    else {
      const at = open.findLastIndex((block) => block.mark === text.trim());
      const block = open[at];
      if (!block) continue;
      found.set(block.index, index);
      open.length = at;
    }
  }
  return found;
}
