import { boxKind, boxOf, gap, trimmed } from '../blocks.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { type Draft, type DraftLine, fromLines, linesOf } from '../draft.ts';

const OPENS = /^ {0,3}(`{3,}|~{3,}|:{3,})\{([a-z][\w:-]*)\}[ \t]*(.*)$/i;
const BOXES =
  /^(?:note|tip|hint|warning|caution|attention|danger|error|important|seealso|admonition|dropdown|card|topic)$/i;
const CODE = /^(?:code|code-block|code-cell|sourcecode|literalinclude)$/i;
const FIGURE = /^(?:figure|image)$/i;

/** MyST writes boxes, code and pictures as fences: ```` ```{note} Title ````. */
export const mystFences: Dialect = {
  id: 'myst',
  apply: (draft, context) => convert(draft, context, 0),
};

function convert(draft: Draft, context: DialectContext, depth: number): Draft {
  const lines = linesOf(draft);
  const out: DraftLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const plain = /^ {0,3}(`{3,}|~{3,})(?!\{)[^`]*$/.exec(line.text);
    const opens = plain ? null : OPENS.exec(line.text);
    const fence = plain?.[1] ?? opens?.[1];
    const end = fence === undefined ? -1 : endOf(lines, index, fence);
    if (fence === undefined || end === -1) {
      out.push(line);
      continue;
    }
    const inside = lines.slice(index + 1, end);
    if (opens && fence[0] !== ':') out.push(...made(line, opens[2] ?? '', opens[3] ?? '', inside, context, depth));
    else if (plain) out.push(line, ...inside, lines[end] ?? line);
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
    return [gap(line.at), { text: picture, at: line.at }, ...caption, gap(line.at)];
  }
  if (name === 'toctree' || name === 'contents') {
    context.note(line.at, line.text, 'left out: the app makes its own list');
    return [];
  }
  context.note(line.at, line.text, 'kept as code: what it makes is not known');
  return [{ text: '~~~~', at: line.at }, ...inside, { text: '~~~~', at: line.at }];
}

/** In lines. A fence that does not close would otherwise be looked for again and again. */
const LONGEST_FENCE = 2_000;

function endOf(lines: readonly DraftLine[], open: number, fence: string): number {
  const mark = fence.charAt(0);
  const found = lines.slice(open + 1, open + LONGEST_FENCE).findIndex(({ text }) => {
    const bare = text.trim();
    return bare.length >= fence.length && bare === mark.repeat(bare.length) && /^ {0,3}\S/.test(text);
  });
  return found === -1 ? -1 : open + 1 + found;
}
