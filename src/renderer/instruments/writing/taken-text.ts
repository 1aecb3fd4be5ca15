import { Annotation, type ChangeSpec, type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import { diffArrays } from 'diff';

/** Milliseconds after which looking for small changes ends. */
const LOOKING = 50;

/** Line ends as the editor keeps them. */
export const editorText = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/**
 * The change that makes the editor's text into one from outside, as small as it is found, so that the cursor stays by
 * its words and what was undone or done before still can be. `null` where they are the same.
 */
export function takeText(state: EditorState, wanted: string): TransactionSpec | null {
  const now = state.doc.toString();
  const text = editorText(wanted);
  if (now === text) return null;
  return {
    changes: changesBetween(now, text),
    annotations: [Transaction.addToHistory.of(false), taken.of(true)],
  };
}

const taken = Annotation.define<true>();

/** Whether a change came from outside; it is not handed out again. */
export const isTaken = (change: Transaction): boolean => change.annotation(taken) === true;

function changesBetween(now: string, text: string): readonly ChangeSpec[] {
  const whole = shortened(now, text, 0);
  const before = linesOf(now);
  const parts = diffArrays(before, linesOf(text), { timeout: LOOKING });
  if (!parts) return [whole];
  const changes: ChangeSpec[] = [];
  let at = 0;
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '' || added !== '') changes.push(shortened(removed, added, at - removed.length));
    removed = '';
    added = '';
  };
  for (const part of parts) {
    const piece = part.value.join('');
    if (part.removed) {
      removed += piece;
      at += piece.length;
    } else if (part.added) added += piece;
    else {
      close();
      at += piece.length;
    }
  }
  close();
  return changes;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** A replacement without the beginning and the end that both have. */
function shortened(from: string, to: string, at: number): { from: number; to: number; insert: string } {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return { from: at + start, to: at + from.length - end, insert: to.slice(start, to.length - end) };
}
