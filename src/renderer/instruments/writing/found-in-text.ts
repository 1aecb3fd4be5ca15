import { SearchCursor } from '@codemirror/search';
import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { type Finder, placeOf } from '#ui/find-bar.tsx';
import { MOST_FOUND } from '#ui/found-words.ts';

const mark = StateEffect.define<DecorationSet>();
const other = Decoration.mark({ class: 'sat-editor__found' });
const current = Decoration.mark({ class: 'sat-editor__found sat-editor__found--current' });

/** The places that are marked in a text as it is written; they move with the words around them. */
export const foundPlaces = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(places, { changes, effects }) {
    let next = places.map(changes);
    for (const effect of effects) if (effect.is(mark)) next = effect.value;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Finds words in a text that is written. What is gone to is selected, so that one can go on writing there. */
export const finderOf = (view: EditorView): Finder => ({
  show(words, at) {
    const places = placesOf(view.state.doc, words);
    const place = placeOf(at, places.length);
    const marks = places.map(({ from, to }, number) => (number === place ? current : other).range(from, to));
    const effects: StateEffect<unknown>[] = [mark.of(Decoration.set(marks))];
    const to = places[place];
    if (to) effects.push(EditorView.scrollIntoView(to.from, { y: 'center' }));
    view.dispatch({ effects, ...(to ? { selection: { anchor: to.from, head: to.to } } : {}) });
    return places.length;
  },
  clear() {
    view.dispatch({ effects: mark.of(Decoration.none) });
  },
});

/** Every place of some words, letter case and accents apart. At most 2,000. */
export function placesOf(text: Text, words: string): readonly { readonly from: number; readonly to: number }[] {
  const wanted = words.trim();
  if (folded(wanted) === '') return [];
  const places: { from: number; to: number }[] = [];
  const cursor = new SearchCursor(text, wanted, 0, text.length, folded);
  while (places.length < MOST_FOUND && !cursor.next().done) {
    const { from, to } = cursor.value;
    places.push({ from, to: afterMarks(text, to) });
  }
  return places;
}

/** An accent of its own belongs to the letter before it: what is written over takes it along. */
function afterMarks(text: Text, to: number): number {
  const marks = /^\p{M}+/u.exec(text.sliceString(to, to + 10));
  return to + (marks?.[0].length ?? 0);
}

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
