import { isolateHistory, undo, undoDepth } from '@codemirror/commands';
import {
  type ChangeDesc,
  EditorSelection,
  type EditorState,
  StateEffect,
  StateField,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { LONGEST_TEXT } from '#domain/note/choices.ts';
import { addText, blockAt } from './text-edits.ts';

/** A text with its history, shown or not. */
export interface Writing {
  readonly state: EditorState;
  dispatch(change: TransactionSpec): void;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where something will stand that takes a moment. What is typed meanwhile stands around it and is never replaced. */
interface Place extends Range {
  readonly key: symbol;
  /** Comes by itself; anything else a person chooses first. */
  readonly isPaste: boolean;
  /** What is selected, or was and comes back where the answer cannot be taken in. */
  readonly selected: string;
  /** Steps of the history when it was asked for. */
  readonly depth: number;
}

const hold = StateEffect.define<Place>({ map: (place, changes) => moved(place, changes, -1) });
const release = StateEffect.define<symbol>();
/** An answer was longer than the room that there is. */
const noRoom = StateEffect.define<null>();

export const hadNoRoom = (change: Transaction): boolean => change.effects.some((effect) => effect.is(noRoom));

const moved = (place: Place, changes: ChangeDesc, side: number): Place => ({
  ...place,
  from: changes.mapPos(place.from, side),
  to: changes.mapPos(place.to, side),
});

/** The places that are held in a text, in the order in which they were asked for. */
export const heldPlaces = StateField.define<readonly Place[]>({
  create: () => [],
  update(places, { changes, docChanged, effects }) {
    if (!docChanged && effects.length === 0) return places;
    const filled = places.findIndex(({ key }) => effects.some((one) => one.is(release) && one.value === key));
    // What is typed at a place comes after it. Of two at one place the one that was asked for first stands first.
    const side = (at: number): number => (filled >= 0 && at > filled ? 1 : -1);
    let next = docChanged ? places.map((place, at) => moved(place, changes, side(at))) : places;
    for (const effect of effects) {
      if (effect.is(hold)) next = [...next, effect.value];
      if (effect.is(release)) next = next.filter(({ key }) => key !== effect.value);
    }
    return next;
  },
});

/** Where something that was pasted is awaited now. */
export const awaited = (state: EditorState): readonly number[] =>
  state
    .field(heldPlaces)
    .filter(({ isPaste }) => isPaste)
    .map(({ from }) => from);

const isNoStep = Transaction.addToHistory.of(false);
const find = (state: EditorState, key: symbol) => state.field(heldPlaces).find((place) => place.key === key);

/**
 * Holds the selected place for what was pasted. What is selected goes at once, as if the other stood there already.
 * The answer puts Markdown there, once; where the paste was undone meanwhile, or there is no room, it does not.
 */
export function holdPaste(writing: Writing): (markdown: string) => void {
  const key = Symbol('paste');
  const { from, to } = writing.state.selection.main;
  const selected = writing.state.sliceDoc(from, to);
  if (selected !== '') {
    writing.dispatch({
      changes: { from, to },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.paste',
      scrollIntoView: true,
    });
  }
  const depth = undoDepth(writing.state);
  writing.dispatch({
    effects: hold.of({ key, from, to: from, isPaste: true, selected, depth }),
    annotations: [isNoStep, isolateHistory.of('before')],
  });
  return (markdown) => {
    const place = find(writing.state, key);
    if (place) writing.dispatch(arrival(writing.state, place, markdown));
  };
}

function arrival(state: EditorState, place: Place, markdown: string): TransactionSpec {
  const { key, from, selected, depth } = place;
  const wanted = blockAt(state, markdown, place);
  const fits = state.doc.length + wanted.length <= LONGEST_TEXT;
  const changes = state.changes({ from, insert: fits ? wanted : selected });
  const { ranges, mainIndex, main } = state.selection;
  return {
    changes,
    // A cursor at the place is after what comes.
    selection: EditorSelection.create(
      ranges.map((range) => range.map(changes, 1)),
      mainIndex,
    ),
    effects: fits ? release.of(key) : [release.of(key), noRoom.of(null)],
    annotations: isolateHistory.of('after'),
    // One step with what went, where nothing was done between: only what is composed always joins the step before.
    userEvent: selected !== '' && undoDepth(state) === depth ? 'input.type.compose' : 'input.paste',
    scrollIntoView: main.head === from,
  };
}

/** Calls off a paste that is still awaited, where it is what was done last; `false` where there is none. */
export function undoPaste(writing: Writing): boolean {
  const { state } = writing;
  const last = state.field(heldPlaces).findLast(({ isPaste }) => isPaste);
  if (!last || undoDepth(state) !== last.depth) return false;
  writing.dispatch({ effects: release.of(last.key), annotations: isNoStep });
  if (last.selected !== '') undo({ state: writing.state, dispatch: (change) => writing.dispatch(change) });
  return true;
}

export interface HeldPoint {
  /** Puts Markdown there, as one step to undo, and lets go. What was selected is replaced where it still stands. */
  readonly put: (markdown: string, isBlock?: boolean) => void;
  readonly drop: () => void;
}

/** Holds the selected place for what a person chooses in a form or a dialog: a picture, a quote, a figure. */
export function holdPoint(writing: Writing): HeldPoint {
  const key = Symbol('point');
  const { from, to } = writing.state.selection.main;
  const selected = writing.state.sliceDoc(from, to);
  const depth = undoDepth(writing.state);
  writing.dispatch({ effects: hold.of({ key, from, to, isPaste: false, selected, depth }), annotations: isNoStep });
  return {
    put(markdown, isBlock) {
      const range = freeRange(writing.state, key, selected);
      const { selection, scrollIntoView, ...change } = addText(writing.state, markdown, isBlock, range);
      const { main } = writing.state.selection;
      const isHere = main.from >= range.from && main.to <= range.to;
      // Who went on elsewhere meanwhile stays there.
      const cursor = isHere && selection ? { selection, scrollIntoView: true } : {};
      writing.dispatch({ ...change, ...cursor, effects: release.of(key) });
    },
    drop: () => writing.dispatch({ effects: release.of(key), annotations: isNoStep }),
  };
}

function freeRange(state: EditorState, key: symbol, selected: string): Range {
  const { from, to } = find(state, key) ?? state.selection.main;
  return state.sliceDoc(from, to) === selected ? { from, to } : { from: to, to };
}
