/** A part of a text, from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface CodeRange extends Range {
  readonly kind: 'fence' | 'span';
}

const OPENS = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})([^\n]*)$/;
const CLOSES = /^[\s>]*(`{3,}|~{3,})\s*$/;

/**
 * Where a Markdown text is code: fenced blocks, and spans in backticks. Sorted. Takes time in proportion to the
 * text whatever stands in it, so that a hostile page cannot hang the tool. Code made by indenting alone is not seen:
 * other dialects indent ordinary text.
 */
export function codeRanges(text: string): CodeRange[] {
  const ranges: CodeRange[] = [];
  let fence: { readonly mark: string; readonly start: number } | null = null;
  let prose = 0;
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    const newline = text.indexOf('\n', start);
    end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + 1_000));
    if (fence) {
      const mark = CLOSES.exec(line)?.[1] ?? '';
      if (mark[0] !== fence.mark[0] || mark.length < fence.mark.length) continue;
      ranges.push({ kind: 'fence', start: fence.start, end });
      fence = null;
      prose = end;
      continue;
    }
    const [, mark = '', info = ''] = OPENS.exec(line) ?? [];
    const opens = mark !== '' && !(mark.startsWith('`') && info.includes('`'));
    if (!opens && line.trim() !== '') continue;
    pushSpans(text, prose, start, ranges);
    prose = start;
    if (opens) fence = { mark, start };
  }
  if (fence) ranges.push({ kind: 'fence', start: fence.start, end: text.length });
  else pushSpans(text, prose, text.length, ranges);
  return ranges;
}

/** Adds the code spans of one paragraph: a run of backticks up to the next run of the same length. */
function pushSpans(text: string, from: number, to: number, ranges: CodeRange[]): void {
  const runs = [...text.slice(from, to).matchAll(/`+/g)].map(
    (run): Range => ({ start: from + run.index, end: from + run.index + run[0].length }),
  );
  // From the last run back: the next run of each length.
  const next: number[] = [];
  const nearest = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index];
    if (!run) continue;
    next[index] = nearest.get(run.end - run.start) ?? -1;
    nearest.set(run.end - run.start, index);
  }
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    const closing = next[index] ?? -1;
    const close = runs[closing];
    if (!run || !close || text[run.start - 1] === '\\') continue;
    ranges.push({ kind: 'span', start: run.start, end: close.end });
    index = closing;
  }
}

/** Asks whether an offset is inside one of sorted ranges; offsets must be asked for in rising order. */
export function insideOf(ranges: readonly Range[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    for (let range = ranges[index]; range && range.end <= offset; range = ranges[index]) index += 1;
    const range = ranges[index];
    return range !== undefined && range.start <= offset;
  };
}

/** Which lines of a text belong to a fenced block, its fences too. */
export function fencedLines(text: string): boolean[] {
  const inside = insideOf(codeRanges(text).filter((range) => range.kind === 'fence'));
  let offset = 0;
  return text.split('\n').map((line) => {
    const fenced = inside(offset);
    offset += line.length + 1;
    return fenced;
  });
}
