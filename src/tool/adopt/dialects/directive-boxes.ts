import { blockDialect, boxKind, boxOf, gap } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

const OPENS = /^( {0,3})(:{3,})\s*(?:\{([a-z][\w-]*)\}|([a-z][\w-]*))(?:\[([^\]\n]*)\])?\s*(.*?)\s*:*$/i;
const KNOWN = /^(?:law|warning|tip|note|important|example)$/;
const RAW = /^(?:code-group|raw|v-pre)$/i;

/**
 * Boxes between colons: Docusaurus `:::note Title`, VuePress `::: tip Title`, MyST `:::{note}`. A box that Satchel
 * knows as it is stays so.
 */
export const directiveBoxes = blockDialect('box', (lines, index, context, within) => {
  const line = lines[index];
  const opens = OPENS.exec(line?.text ?? '');
  if (!line || !opens) return null;
  const [whole, , , braced, plain = '', label, rest = ''] = opens;
  const name = braced ?? plain;
  const end = closing(lines, index);
  if (end === null) return null;
  const attributes = rest.startsWith('{') && rest.endsWith('}');
  const title = label ?? (attributes ? '' : rest);
  const found = within(options(lines.slice(index + 1, end)));
  if (KNOWN.test(name) && braced === undefined && (rest === '' || attributes) && !/:\s/.test(whole.trimStart())) {
    return { lines: boxOf(name, title, found, line.at), next: end + 1 };
  }
  context.note(line.at, line.text, RAW.test(name) ? 'the fences are taken away' : 'made a box');
  if (RAW.test(name)) return { lines: found, next: end + 1 };
  const kind = boxKind(name);
  const shown = title === '' && boxKind(name) === 'note' && name.toLowerCase() !== 'note' ? titled(name) : title;
  return { lines: [gap(line.at), ...boxOf(kind, shown, found, line.at), gap(line.at)], next: end + 1 };
});

const closings = new WeakMap<readonly DraftLine[], ReadonlyMap<number, number>>();

/** The line that closes the box opened on a line: as many colons or more. Pairs are made once for all the lines. */
function closing(lines: readonly DraftLine[], open: number): number | null {
  const known = closings.get(lines) ?? pairs(lines);
  closings.set(lines, known);
  return known.get(open) ?? null;
}

function pairs(lines: readonly DraftLine[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: { readonly index: number; readonly colons: number }[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (!text.trimStart().startsWith(':::')) continue;
    const bare = /^ {0,3}(:{3,})\s*$/.exec(text)?.[1]?.length;
    if (bare === undefined) {
      const colons = OPENS.exec(text.slice(0, 2_000))?.[2]?.length;
      if (colons !== undefined) open.push({ index, colons });
      continue;
    }
    // A box with more colons than the fence goes on; one inside it that did not close ends with it.
    const at = open.findLastIndex(({ colons }) => colons <= bare);
    const box = open[at];
    if (!box) continue;
    found.set(box.index, index);
    open.length = at;
  }
  return found;
}

/** MyST writes options as `:class: dropdown` lines first: of no use here. */
function options(body: readonly DraftLine[]): readonly DraftLine[] {
  const first = body.findIndex(({ text }) => !/^:[a-z-]+:/.test(text.trim()));
  return first === -1 ? body : body.slice(first);
}

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
