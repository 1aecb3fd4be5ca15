import { blockDialect, boxKind, boxOf, gap } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

const OPENS =
  /^( {0,3})(:{3,})\s*(?:\{([a-z][\w-]*)\}|\{\.(?:callout-|admonition[ -]|rmd)?([a-z][\w-]*)([^}\n]*)\}|([a-z][\w-]*))(?:\[([^\]\n]*)\])?\s*(.*?)\s*:*$/i;
/** Pandoc and Quarto: a group with an id or a setting and no class. */
const NO_NAME = /^( {0,3}:{3,})\s*\{((?:#|[\w-]+=)[^}\n]*)\}\s*:*$/;
const KNOWN = /^(?:law|warning|tip|note|important|example)$/;
/** These lay out what they hold. */
const RAW =
  /^(?:code-group|code-tabs|raw|v-pre|tabs|tab-set|tabbed-set|panel-tabset|columns?|grid|center|left|right|row|col|cards?|card-grid|steps|hidden|content-visible|layout|div|section|container|list|nav|hero|fullwidth|wide|margin|aside-layout|video|figure|quarto-layout)$/i;
/** What these hold is no Markdown. */
const CODE =
  /^(?:mermaid|plantuml|uml|dot|graphviz|ditaa|math|latex|katex|chart|echarts|vega|vega-lite|flowchart|sequence|gantt|markmap|wavedrom|demo|playground|jsx|code)$/i;
const TAB = /^(?:tab|tab-item|tabitem|tabbed|group-tab|step|panel)$/i;
/** What the site asks a server for. */
const ASKED = /^(?:query-table|query-chart|video-embed)$/i;

/**
 * Boxes between colons: Docusaurus `:::note Title`, VuePress `::: tip Title`, MyST `:::{note}`. A box that Satchel
 * knows as it is stays so.
 */
export const directiveBoxes = blockDialect('box', (lines, index, context, within) => {
  const line = lines[index];
  const unnamed = NO_NAME.exec(line?.text ?? '');
  if (line && unnamed) {
    const close = closing(lines, index);
    if (close === null) return null;
    context.note(line.at, line.text, 'the fences are taken away');
    const id = /#([\w:-]+)/.exec(unnamed[2] ?? '')?.[1];
    const anchor = id === undefined ? [] : [{ text: `<a id="${id}"></a>`, at: line.at }, gap(line.at)];
    const held = within(lines.slice(index + 1, close));
    return { lines: [gap(line.at), ...anchor, ...held, gap(line.at)], next: close + 1 };
  }
  const opens = OPENS.exec(line?.text ?? '');
  if (!line || !opens) return null;
  const [whole, , , braced, classed, options = '', plain = '', label, rest = ''] = opens;
  const name = braced ?? classed ?? plain;
  const end = closing(lines, index);
  if (end === null) return null;
  const attributes = rest.startsWith('{') && rest.endsWith('}');
  const body = withoutOptions(lines.slice(index + 1, end));
  if (CODE.test(name)) {
    context.note(line.at, line.text, 'kept as code');
    const language = /^(?:code|demo|playground)$/i.test(name) ? rest : name.toLowerCase();
    const isFenced = body.some(({ text }) => /^\s*(?:```|~~~)/.test(text));
    if (isFenced) return { lines: [gap(line.at), ...body, gap(line.at)], next: end + 1 };
    const fence = { text: '~~~~', at: body.at(-1)?.at ?? line.at };
    return {
      lines: [gap(line.at), { text: `~~~~${language}`, at: line.at }, ...body, fence, gap(line.at)],
      next: end + 1,
    };
  }
  if (ASKED.test(name)) {
    context.note(line.at, line.text, 'left out: the site asks a server for it');
    return { lines: [], next: end + 1 };
  }
  const [, said] = /\btitle=(?:"([^"]*)")/.exec(options + rest) ?? [];
  // Quarto takes a heading on the first line for the title.
  const heading =
    classed === undefined
      ? undefined
      : /^#{1,6}[ \t]+(\S.*)$/.exec(body.find((one) => one.text.trim() !== '')?.text ?? '')?.[1];
  const title = label ?? said ?? heading ?? (attributes ? '' : rest);
  const found = within(
    /^code-(?:group|tabs)$/i.test(name) ? withCodeLabels(body) : heading === undefined ? body : withoutFirst(body),
  );
  if (TAB.test(name)) {
    context.note(line.at, line.text, 'made a bold line; the tabs stand one below the other');
    const words = title.replace(/^"|"$/g, '').replace(/^\{|\}$/g, '');
    const bold = words === '' ? [] : [{ text: `**${words}**`, at: line.at }, gap(line.at)];
    return { lines: [gap(line.at), ...bold, ...found, gap(line.at)], next: end + 1 };
  }
  if (
    KNOWN.test(name) &&
    braced === undefined &&
    classed === undefined &&
    (rest === '' || attributes) &&
    !/:\s/.test(whole.trimStart())
  ) {
    return { lines: boxOf(name, title, found, line.at), next: end + 1 };
  }
  context.note(line.at, line.text, RAW.test(name) ? 'the fences are taken away' : 'made a box');
  if (RAW.test(name)) return { lines: [gap(line.at), ...found, gap(line.at)], next: end + 1 };
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
      const head = text.slice(0, 2_000);
      const colons = OPENS.exec(head)?.[2]?.length ?? NO_NAME.exec(head)?.[1]?.trim().length;
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
function withoutOptions(body: readonly DraftLine[]): readonly DraftLine[] {
  const first = body.findIndex(({ text }) => !/^:[a-z-]+:/.test(text.trim()));
  return first === -1 ? body : body.slice(first);
}

const withoutFirst = (body: readonly DraftLine[]): readonly DraftLine[] =>
  body.slice(body.findIndex(({ text }) => text.trim() !== '') + 1);

/** VitePress: the name in ```` ```sh [npm] ```` is the label of a tab. */
function withCodeLabels(body: readonly DraftLine[]): readonly DraftLine[] {
  return body.flatMap((line) => {
    const [, fence = '', label] = /^(\s*(?:```|~~~)[^\s[]*)(?![^\s[])[^\n[]*\[([^\]\n]+)\]/.exec(line.text) ?? [];
    if (label === undefined) return [line];
    return [gap(line.at), { text: `**${label}**`, at: line.at }, gap(line.at), { text: fence, at: line.at }];
  });
}

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
