import type { EditorState } from '@codemirror/state';
import { type Cursors, windowCursors } from '#store/own/cursors.ts';

/** Where the cursor was last in a text that was not entered since it was opened: where an earlier window left it, else its end. */
export function lastCaret(note: string, { doc }: EditorState, cursors: Pick<Cursors, 'of'> = windowCursors()): number {
  const kept = cursors.of(note);
  return kept?.field === 'text' ? Math.min(kept.to, doc.length) : doc.length;
}
