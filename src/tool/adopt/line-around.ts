/** Longest part of a line that is looked at on either side: a page may be one line. */
const REACH = 1_000;

/** What stands on the same line before and after a part of a text. `whole` is false where the line is longer than looked at. */
export interface LineAround {
  readonly before: string;
  readonly after: string;
  readonly whole: boolean;
}

export function lineAround(text: string, start: number, end: number): LineAround {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const from = before.lastIndexOf('\n');
  const to = after.indexOf('\n');
  return {
    before: before.slice(from + 1),
    after: to === -1 ? after : after.slice(0, to),
    whole: (from !== -1 || start <= REACH) && (to !== -1 || end + REACH >= text.length),
  };
}
