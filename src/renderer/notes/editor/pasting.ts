import type { EditorView } from '@codemirror/view';
import { visibleText, withoutInvisible } from '#markdown/invisible.ts';
import { holdPlace } from './held-place.ts';
import { saysMore } from './paste-kind.ts';
import { picturesOf } from './picture.ts';
import { addText } from './text-edits.ts';

/** What a paste or a drop asks for besides the text itself. */
export interface Pasting {
  readonly pictures: (files: readonly File[]) => void;
  readonly convert: (html: string) => Promise<string | null>;
  /** Characters that cannot be seen were taken out; each as `U+202E`. */
  readonly takenOut: (found: readonly string[]) => void;
}

/** Takes pictures and formatted text from the clipboard; false for plain text, which the editor takes itself. */
export function takePaste(view: EditorView, data: DataTransfer, pasting: Pasting): boolean {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html !== '' && text.trim() !== '' && saysMore(html)) {
    void pasteHtml(view, html, text, pasting);
    return true;
  }
  const pictures = picturesOf(data.files);
  if (pictures.length > 0) pasting.pictures(pictures);
  return pictures.length > 0;
}

async function pasteHtml(view: EditorView, html: string, text: string, pasting: Pasting): Promise<void> {
  const place = holdPlace(view);
  const markdown = await pasting.convert(html);
  const range = place();
  view.dispatch(addText(view.state, markdown ?? visibleText(text), undefined, range));
  const { found } = withoutInvisible(text);
  if (found.length > 0) pasting.takenOut(found);
}

/** Pictures that are let go over the text go where the pointer is. Other files are for the window: packs. */
export function takeDrop(view: EditorView, event: DragEvent, pasting: Pasting): boolean {
  const files = event.dataTransfer?.files;
  if (!files || files.length === 0) return false;
  const pictures = picturesOf(files);
  if (pictures.length === 0) return true;
  event.stopPropagation();
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
  if (at !== null) view.dispatch({ selection: { anchor: at } });
  pasting.pictures(pictures);
  return true;
}
