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
  const [whole, , colons = '', braced, plain = '', label, rest = ''] = opens;
  const name = braced ?? plain;
  const end = closing(lines, index, colons.length);
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

/** In lines. A box that does not close would otherwise be looked for again and again. */
const LONGEST_BOX = 1_000;

/** The line that closes a box: as many colons or more, boxes in between counted. */
function closing(lines: readonly DraftLine[], open: number, colons: number): number | null {
  let depth = 0;
  for (let index = open + 1; index < Math.min(lines.length, open + LONGEST_BOX); index += 1) {
    const text = lines[index]?.text ?? '';
    const bare = /^ {0,3}(:{3,})\s*$/.exec(text)?.[1];
    if (bare === undefined) {
      const opened = OPENS.exec(text)?.[2];
      if (opened !== undefined && opened.length === colons) depth += 1;
    } else if (bare.length === colons || (depth === 0 && bare.length > colons)) {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return null;
}

/** MyST writes options as `:class: dropdown` lines first: of no use here. */
function options(body: readonly DraftLine[]): readonly DraftLine[] {
  const first = body.findIndex(({ text }) => !/^:[a-z-]+:/.test(text.trim()));
  return first === -1 ? body : body.slice(first);
}

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
