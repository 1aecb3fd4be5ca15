import { StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

interface Place {
  readonly key: symbol;
  readonly from: number;
  readonly to: number;
}

const hold = StateEffect.define<Place>({
  map: ({ key, from, to }, changes) => ({ key, from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) }),
});
const release = StateEffect.define<symbol>();

/** Places where something will stand that takes a moment; they move with the words around them. */
export const heldPlaces = StateField.define<readonly Place[]>({
  create: () => [],
  update(places, { changes, docChanged, effects }) {
    let next = docChanged
      ? places.map(({ key, from, to }) => ({ key, from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) }))
      : places;
    for (const effect of effects) {
      if (effect.is(hold)) next = [...next, effect.value];
      if (effect.is(release)) next = next.filter(({ key }) => key !== effect.value);
    }
    return next;
  },
});

/** Holds the selected place. The answer gives it as it is by then, once. */
export function holdPlace(view: EditorView): () => { readonly from: number; readonly to: number } {
  const key = Symbol('place');
  const { from, to } = view.state.selection.main;
  view.dispatch({ effects: hold.of({ key, from, to }) });
  return () => {
    const place = view.state.field(heldPlaces).find((one) => one.key === key) ?? view.state.selection.main;
    view.dispatch({ effects: release.of(key) });
    return { from: place.from, to: place.to };
  };
}
