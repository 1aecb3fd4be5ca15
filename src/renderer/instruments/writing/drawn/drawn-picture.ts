import { syntaxTree } from '@codemirror/language';
import type { Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view';
import { type NotShown, pictureWords } from '#domain/words/picture-words.ts';
import type { Say } from '#domain/words/words.ts';
import { loadNotePicture } from '#store/notes/note-files.ts';
import { lineOfSource } from '../source-line.ts';

/** The address of a picture, or why it has none: `null` where it is not on this laptop. */
type Address = { readonly url: string } | { readonly why: NotShown | null };

/** Addresses of pictures that were drawn; the oldest go. */
const urls = new Map<string, Promise<Address>>();
const MOST = 60;

function urlOf(sha256: string): Promise<Address> {
  const known = urls.get(sha256);
  if (known) return known;
  const made = loadNotePicture(sha256).then(
    (loaded): Address => (loaded && 'blob' in loaded ? { url: URL.createObjectURL(loaded.blob) } : { why: loaded }),
  );
  urls.set(sha256, made);
  const [oldest] = urls.keys();
  if (urls.size > MOST && oldest !== undefined) forget(oldest);
  return made;
}

function forget(sha256: string): void {
  const made = urls.get(sha256);
  urls.delete(sha256);
  void made?.then((address) => 'url' in address && URL.revokeObjectURL(address.url));
}

/** Draws pictures of the note where they stand, with their words under them. */
export const drawnPictures = (say: Say): Extension =>
  ViewPlugin.define((view) => new DrawnPictures(view, say), { decorations: (plugin) => plugin.drawn });

class DrawnPictures {
  drawn: DecorationSet;
  readonly #say: Say;

  constructor(view: EditorView, say: Say) {
    this.#say = say;
    this.drawn = this.#draw(view);
  }

  update({ view }: { readonly view: EditorView }): void {
    this.drawn = this.#draw(view);
  }

  #draw({ state, visibleRanges }: EditorView): DecorationSet {
    const line = lineOfSource(state);
    const ranges: Range<Decoration>[] = [];
    for (const near of visibleRanges) {
      syntaxTree(state).iterate({
        ...near,
        enter: ({ name, from, to }) => {
          if (name !== 'Image') return name !== 'Table';
          const [, alt = '', sha256] =
            /^!\[((?:\\.|[^\]\\])*)\]\(file:([0-9a-f]{64})\)$/.exec(state.sliceDoc(from, to)) ?? [];
          if (sha256 === undefined) return false;
          const widget = new Picture(sha256, alt.replace(/\\(.)/g, '$1'), this.#say);
          const isSource = line !== null && to >= line.from && from <= line.to;
          // Beside its source it stays where it is.
          ranges.push(
            isSource
              ? Decoration.widget({ widget, side: 1 }).range(to)
              : Decoration.replace({ widget }).range(from, to),
          );
          return false;
        },
      });
    }
    return Decoration.set(ranges, true);
  }
}

/** Letters after a picture from which it may push the cursor out of sight. */
const NEAR = 200;

function grown(view: EditorView, figure: HTMLElement): void {
  view.requestMeasure();
  if (!view.hasFocus || !view.contentDOM.contains(figure)) return;
  const after = view.state.selection.main.head - view.posAtDOM(figure);
  if (after >= 0 && after < NEAR) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
}

class Picture extends WidgetType {
  readonly sha256: string;
  readonly alt: string;
  readonly #say: Say;

  constructor(sha256: string, alt: string, say: Say) {
    super();
    this.sha256 = sha256;
    this.alt = alt;
    this.#say = say;
  }

  override eq(other: Picture): boolean {
    return other.sha256 === this.sha256 && other.alt === this.alt;
  }

  toDOM(view: EditorView): HTMLElement {
    const figure = document.createElement('span');
    figure.className = 'sat-w-picture';
    const missing = (why: NotShown | null): void => {
      const lost = this.alt === '' ? 'reader.image.missing.plain' : 'reader.image.missing';
      figure.replaceChildren(
        why === null ? this.#say(lost, { alt: this.alt }) : pictureWords(why, this.alt, this.#say),
      );
      figure.classList.add('sat-missing');
      view.requestMeasure();
    };
    void urlOf(this.sha256).then((address) => {
      if ('why' in address) {
        missing(address.why);
        return;
      }
      const picture = document.createElement('img');
      picture.className = 'sat-picture';
      picture.alt = this.alt;
      picture.addEventListener('load', () => grown(view, figure));
      picture.addEventListener('error', () => {
        forget(this.sha256);
        missing('broken');
      });
      picture.src = address.url;
      const words = document.createElement('span');
      words.className = 'sat-w-caption';
      words.textContent = this.alt;
      // The picture says the same.
      words.setAttribute('aria-hidden', 'true');
      figure.replaceChildren(picture, words);
    });
    return figure;
  }

  /** A click puts the cursor beside it. */
  override ignoreEvent(): boolean {
    return false;
  }
}
