import { boxKind, boxOf, gap, trimmed } from '../blocks.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { type Draft, type DraftLine, fromLines, linesOf } from '../draft.ts';

const OPENS = /^ {0,3}(`{3,}|~{3,}|:{3,})\{([a-z][\w:-]*)\}[ \t]*(.*)$/i;
/** R Markdown and Quarto: ```` ```{r name, echo=FALSE} ````. */
const CHUNK =
  /^( {0,3}(?:`{3,}|~{3,}))\{\.?(r|python|julia|bash|sh|sql|js|ojs|css|stan|dot|mermaid|yaml|json)\b[^}\n]*\}[ \t]*$/i;
const TAB = /^(?:tab|tab-item|tabbed|group-tab)$/i;
const GROUP =
  /^(?:tab-set|tabs|grid|grid-item|panels|div|container|card-carousel|button-group|margin|sidebar|aside|epigraph|pull-quote)$/i;
const BOXES =
  /^(?:note|tip|hint|warning|caution|attention|danger|error|important|seealso|admonition|dropdown|card|topic|versionadded|versionchanged|deprecated|exercise|solution|hint|todo)$/i;
const CODE = /^(?:code|code-block|code-cell|sourcecode|literalinclude)$/i;
const FIGURE = /^(?:figure|image)$/i;

/** MyST writes boxes, code and pictures as fences: ```` ```{note} Title ````. */
export const mystFences: Dialect = {
  id: 'myst',
  apply: (draft, context) => convert(draft, context, 0),
};

function convert(draft: Draft, context: DialectContext, depth: number): Draft {
  const lines = linesOf(draft);
  const closings = closingsOf(lines);
  const out: DraftLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const chunk = CHUNK.exec(line.text);
    if (chunk) {
      context.note(line.at, line.text, 'kept as code: what it prints is not in the page');
      lines[index] = { ...line, text: `${chunk[1]}${(chunk[2] ?? '').toLowerCase()}` };
      index -= 1;
      continue;
    }
    const plain = /^ {0,3}(`{3,}|~{3,})(?!\{)[^`]*$/.exec(line.text);
    const opens = plain ? null : OPENS.exec(line.text);
    const fence = plain?.[1] ?? opens?.[1];
    const end = fence === undefined ? -1 : endOf(closings, index, fence);
    if (fence === undefined || end === -1) {
      out.push(line);
      continue;
    }
    const inside = lines.slice(index + 1, end);
    if (opens && fence[0] !== ':') {
      for (const one of made(line, opens[2] ?? '', opens[3] ?? '', inside, context, depth)) out.push(one);
    } else if (plain) for (const one of lines.slice(index, end + 1)) out.push(one);
    else {
      out.push(line);
      continue;
    }
    index = end;
  }
  return fromLines(out);
}

function made(
  line: DraftLine,
  name: string,
  title: string,
  inside: readonly DraftLine[],
  context: DialectContext,
  depth: number,
): readonly DraftLine[] {
  const isOption = ({ text }: DraftLine): boolean => /^:[\w-]+:/.test(text.trim());
  const options = inside.slice(0, inside.findIndex((one) => !isOption(one)) >>> 0);
  const body = inside.slice(options.length);
  const option = (key: string): string =>
    options
      .find(({ text }) => text.trim().startsWith(`:${key}:`))
      ?.text.trim()
      .slice(key.length + 2)
      .trim() ?? '';
  if (BOXES.test(name)) {
    context.note(line.at, line.text, 'made a box');
    const kind = boxKind(option('class').split(' ')[0] || name);
    const held = depth < 8 && body.length > 0 ? linesOf(convert(fromLines(body), context, depth + 1)) : body;
    return [gap(line.at), ...boxOf(kind, title, held, line.at), gap(line.at)];
  }
  if (TAB.test(name) || GROUP.test(name)) {
    const held = depth < 8 && body.length > 0 ? linesOf(convert(fromLines(body), context, depth + 1)) : body;
    const label =
      TAB.test(name) && title.trim() !== '' ? [{ text: `**${title.trim()}**`, at: line.at }, gap(line.at)] : [];
    context.note(
      line.at,
      line.text,
      TAB.test(name) ? 'made a bold line; the tabs stand one below the other' : 'taken away; the text it holds is kept',
    );
    return [gap(line.at), ...label, ...trimmed(held), gap(line.at)];
  }
  if (CODE.test(name)) {
    context.note(line.at, line.text, 'made a code block');
    return [{ text: `~~~~${title.trim()}`, at: line.at }, ...body, { text: '~~~~', at: line.at }];
  }
  if (FIGURE.test(name)) {
    context.note(line.at, line.text, 'made a picture');
    const alt =
      option('alt') ||
      trimmed(body)
        .map(({ text }) => text.trim())
        .join(' ');
    const picture = `![${alt.replace(/[[\]]/g, '')}](${title.trim()})`;
    const caption = alt === '' || option('alt') === '' ? [] : [gap(line.at), ...trimmed(body)];
    const name = option('name') || option('label');
    const anchor = name === '' ? [] : [{ text: `<a id="${name}"></a>`, at: line.at }, gap(line.at)];
    return [gap(line.at), ...anchor, { text: picture, at: line.at }, ...caption, gap(line.at)];
  }
  if (name === 'toctree' || name === 'contents') {
    context.note(line.at, line.text, 'left out: the app makes its own list');
    return [];
  }
  context.note(line.at, line.text, 'kept as code: what it makes is not known');
  return [{ text: '~~~~', at: line.at }, ...inside, { text: '~~~~', at: line.at }];
}

/** Lines that can close a fence: nothing but its sign. */
interface Closing {
  readonly index: number;
  readonly sign: string;
  readonly length: number;
}

function closingsOf(lines: readonly DraftLine[]): Closing[] {
  return lines.flatMap(({ text }, index) => {
    const bare = /^ {0,3}(`{3,}|~{3,}|:{3,})\s*$/.exec(text)?.[1];
    return bare === undefined ? [] : [{ index, sign: bare.charAt(0), length: bare.length }];
  });
}

function endOf(closings: readonly Closing[], open: number, fence: string): number {
  let low = 0;
  for (let high = closings.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((closings[middle]?.index ?? 0) <= open) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < closings.length; at += 1) {
    const closing = closings[at];
    if (closing && closing.sign === fence.charAt(0) && closing.length >= fence.length) return closing.index;
  }
  return -1;
}
