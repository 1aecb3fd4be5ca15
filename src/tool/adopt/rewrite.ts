import { codeRanges, insideOf } from './code-ranges.ts';
import type { DialectContext } from './dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from './draft.ts';

/** What a pattern's match becomes; `null` leaves it. Without `done` nothing is reported: the sense is the same. */
export interface Rewrite {
  /** Global, and taking time in proportion to the text. */
  readonly pattern: RegExp;
  readonly make: (match: RegExpExecArray, text: string) => { readonly text: string; readonly done?: string } | null;
}

/** Rewrites what matches outside code, one pattern after the other. */
export function rewriteProse(draft: Draft, context: DialectContext, rewrites: readonly Rewrite[]): Draft {
  let now = draft;
  for (const { pattern, make } of rewrites) {
    const { text } = now;
    const inCode = insideOf(codeRanges(text));
    const lineAt = lineFinder(now);
    const edits: Edit[] = [];
    for (const match of text.matchAll(pattern)) {
      if (inCode(match.index)) continue;
      const made = make(match, text);
      if (!made) continue;
      if (made.done !== undefined) context.note(lineAt(match.index), match[0], made.done);
      edits.push({ start: match.index, end: match.index + match[0].length, text: made.text });
    }
    now = applyEdits(now, edits);
  }
  return now;
}
