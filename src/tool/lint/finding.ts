export const LEVELS = ['error', 'warning', 'off'] as const;
/** `off` stands in `pack.yaml` only: a finding is one of the other two. */
export type Level = (typeof LEVELS)[number];

/** One thing that is wrong, where it is, and how to put it right. Lines and columns start at 1. */
export interface Finding {
  /** Path in the pack folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly level: Exclude<Level, 'off'>;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
}

/** By file, then by place, then by rule: the same findings print in the same order on any machine. */
export function inOrder(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
