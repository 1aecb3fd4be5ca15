import { type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { awaited } from './held-place.ts';

/** Says where a paste will stand. It is seen only where the paste takes long; the class waits. */
class Awaited extends WidgetType {
  readonly words: string;

  constructor(words: string) {
    super();
    this.words = words;
  }

  override eq(other: Awaited): boolean {
    return other.words === this.words;
  }

  toDOM(): HTMLElement {
    const shown = document.createElement('span');
    shown.className = 'sat-editor__awaited';
    shown.textContent = this.words;
    return shown;
  }
}

/** @param words what is said at each place */
export function awaitedLook(words: () => string): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (_, { state }) => {
      const places = awaited(state);
      if (places.length === 0) return Decoration.none;
      const widget = Decoration.widget({ widget: new Awaited(words()), side: -1 });
      return Decoration.set(
        places.map((at) => widget.range(at)),
        true,
      );
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
