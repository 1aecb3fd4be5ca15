/** The body of a page while it is being adopted: its text, and for each line the line of the source it came from. */
export interface Draft {
  readonly text: string;
  /** `at[i]`: line number (from 1) in the source file of line `i` of `text`. */
  readonly at: readonly number[];
}

/** What stands from `start` to before `end` of a draft's text is replaced by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line of a draft, without its line break. */
export interface DraftLine {
  readonly text: string;
  readonly at: number;
}

export function newDraft(text: string, firstLine: number): Draft {
  return { text, at: text.split('\n').map((_, index) => firstLine + index) };
}

export function linesOf(draft: Draft): DraftLine[] {
  return draft.text.split('\n').map((text, index) => ({ text, at: draft.at[index] ?? 1 }));
}

export function fromLines(lines: readonly DraftLine[]): Draft {
  return { text: lines.map((line) => line.text).join('\n'), at: lines.map((line) => line.at) };
}

/** Finds the source line of an offset; offsets must be asked for in rising order. */
export function lineFinder(draft: Draft): (offset: number) => number {
  let index = 0;
  let next = draft.text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      index += 1;
      next = draft.text.indexOf('\n', next + 1);
    }
    return draft.at[index] ?? 1;
  };
}

/** Makes the edits (sorted, not overlapping). New lines count as the source line where their edit starts. */
export function applyEdits(draft: Draft, edits: readonly Edit[]): Draft {
  if (edits.length === 0) return draft;
  const lineAt = lineFinder(draft);
  const parts: string[] = [];
  const at: number[] = [draft.at[0] ?? 1];
  let fresh = true;
  const add = (text: string): void => {
    parts.push(text);
    if (text !== '') fresh = text.endsWith('\n');
  };
  const take = (from: number, to: number): void => {
    const text = draft.text.slice(from, to);
    // What an edit took away from the start of a line does not lend it its number.
    if (text !== '' && fresh) at[at.length - 1] = lineAt(from);
    add(text);
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) at.push(lineAt(from + i + 1));
  };
  let done = 0;
  for (const edit of edits) {
    take(done, edit.start);
    const line = lineAt(edit.start);
    add(edit.text);
    for (let i = edit.text.indexOf('\n'); i !== -1; i = edit.text.indexOf('\n', i + 1)) at.push(line);
    done = edit.end;
  }
  take(done, draft.text.length);
  return { text: parts.join(''), at };
}
