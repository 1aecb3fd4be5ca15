import type { EditorView } from '@codemirror/view';
import { beforeLeaving } from '#kit/leaving.ts';
import { visibleText, withoutInvisible } from '#markdown/invisible.ts';
import type { OpenText } from './editing.ts';
import { holdPaste } from './held-place.ts';
import { saysMore } from './paste-kind.ts';
import { picturesOf } from './picture.ts';

/** What a paste or a drop asks for besides the text itself. */
export interface Pasting {
  readonly pictures: (files: readonly File[]) => void;
  readonly convert: (html: string) => Promise<string | null>;
  /** Characters that cannot be seen were taken out; each as `U+202E`. */
  readonly takenOut: (found: readonly string[]) => void;
}

/** Takes pictures and formatted text from the clipboard; false for plain text, which the editor takes itself. */
export function takePaste(open: OpenText, data: DataTransfer, pasting: Pasting): boolean {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html !== '' && text.trim() !== '' && saysMore(html)) {
    void pasteHtml(open, html, text, pasting);
    return true;
  }
  const pictures = picturesOf(data.files);
  if (pictures.length > 0) pasting.pictures(pictures);
  return pictures.length > 0;
}

/** Comes into the text whenever it is ready, shown or not; a window that closes before has the plain words. */
async function pasteHtml(open: OpenText, html: string, text: string, pasting: Pasting): Promise<void> {
  const put = once(holdPaste(open));
  const done = takeIn(open, pasting.convert(html), visibleText(text), put);
  const end = beforeLeaving(async (isLast) => {
    if (isLast) put(visibleText(text));
    else await done;
  });
  await done;
  end();
  const { found } = withoutInvisible(text);
  if (found.length > 0) pasting.takenOut(found);
}

async function takeIn(
  open: OpenText,
  converted: Promise<string | null>,
  plain: string,
  put: (markdown: string) => void,
): Promise<void> {
  const markdown = await converted.catch(() => null);
  await open.whenComposed();
  put(markdown ?? plain);
}

function once<A>(run: (what: A) => void): (what: A) => void {
  let isDone = false;
  return (what) => {
    if (!isDone) run(what);
    isDone = true;
  };
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
