import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { foundPlaces } from './found-in-text.ts';

const focus = StateEffect.define<boolean>();
/** A cell of a drawn table has the focus, or it has it no longer. */
export const enterTable = StateEffect.define<boolean>();

interface Place {
  readonly hasFocus: boolean;
  readonly isInTable: boolean;
}

const placeField = StateField.define<Place>({
  create: () => ({ hasFocus: false, isInTable: false }),
  update(place, { effects }) {
    let next = place;
    for (const effect of effects) {
      // Who writes in the text itself is in no cell.
      if (effect.is(focus)) next = { hasFocus: effect.value, isInTable: next.isInTable && !effect.value };
      if (effect.is(enterTable)) next = { ...next, isInTable: effect.value };
    }
    return next;
  },
});

/** Nobody writes here: a text that was shown before is shown anew. */
export const leavePlace = (): readonly StateEffect<boolean>[] => [focus.of(false), enterTable.of(false)];

/** Knows where somebody writes. */
export const sourceLine: Extension = [placeField, EditorView.focusChangeEffect.of((_, hasFocus) => focus.of(hasFocus))];

export const isInTable = (state: EditorState): boolean => state.field(placeField).isInTable;

/**
 * The line that shows its signs: the one with the cursor. `null` where nobody writes, and while several lines are
 * selected: they would move under the pointer.
 */
export function lineOfSource(state: EditorState): { readonly from: number; readonly to: number } | null {
  const { hasFocus } = state.field(placeField);
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  // What is found is gone to, while the words to be found are written elsewhere.
  const isHere = hasFocus || state.field(foundPlaces).size > 0;
  return isHere && to <= line.to ? line : null;
}
