import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect } from 'react';
import { type Cursor, type Cursors, windowCursors } from '#store/own/cursors.ts';

/** How long the editor may take to stand. */
const PATIENCE = 3_000;
/** After the last move of the cursor, so that each key costs nothing. */
const REST = 250;

const editorIn = (place: Element | null): EditorView | null => {
  const editor = place?.querySelector<HTMLElement>('.cm-editor');
  return editor ? EditorView.findFromDOM(editor) : null;
};

const scrollers = (page: Document): readonly (readonly [name: string, node: Element])[] => [
  ...(page.scrollingElement ? [['page', page.scrollingElement] as const] : []),
  ...[...page.querySelectorAll<HTMLElement>('#main, .sat-view')].map(
    (node) => [node.dataset.keepScroll ?? '', node] as const,
  ),
];

function cursorNow(place: Element): Cursor | null {
  const scroll = Object.fromEntries(scrollers(document).map(([name, node]) => [name, node.scrollTop]));
  const title = document.activeElement;
  if (title instanceof HTMLTextAreaElement && title.id === 'title')
    return { field: 'title', from: title.selectionStart, to: title.selectionEnd, scroll };
  const view = editorIn(place);
  if (!view?.hasFocus) return null;
  const { anchor, head } = view.state.selection.main;
  return { field: 'text', from: anchor, to: head, scroll };
}

/** Keeps where the cursor is in a note while it moves in title and text, until the screen goes. */
export function useCursorKept(id: string, place: RefObject<Element | null>, cursors: Cursors = windowCursors()): void {
  useEffect(() => {
    let timer: number | undefined;
    let now: Cursor | null = null;
    const keep = (): void => {
      window.clearTimeout(timer);
      if (now) cursors.keep(id, now);
      now = null;
    };
    const moved = (): void => {
      const cursor = place.current && cursorNow(place.current);
      if (!cursor) return;
      now = cursor;
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, REST);
    };
    document.addEventListener('selectionchange', moved);
    document.addEventListener('keyup', moved);
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('selectionchange', moved);
      document.removeEventListener('keyup', moved);
      document.removeEventListener('scroll', moved, { capture: true });
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [id, place, cursors]);
}

/** Ends when the editor stands in its place; `null` where it does not come, or the person went on meanwhile. */
function editorWhenThere(place: Element): Promise<EditorView | null> {
  return new Promise((resolve) => {
    const view = editorIn(place);
    if (view) {
      resolve(view);
      return;
    }
    const end = (found: EditorView | null): void => {
      watch.disconnect();
      window.clearTimeout(timer);
      document.removeEventListener('pointerdown', away, true);
      document.removeEventListener('focusin', away, true);
      resolve(found);
    };
    const away = (): void => end(null);
    const watch = new MutationObserver(() => {
      const found = editorIn(place);
      if (found) end(found);
    });
    const timer = window.setTimeout(away, PATIENCE);
    watch.observe(place, { childList: true, subtree: true });
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('focusin', away, true);
  });
}

/** Puts the cursor into the text of a note, where it was the last time, with the screen scrolled as it was. */
export async function enterText(
  id: string,
  place: Element,
  { scrolls, cursors = windowCursors() }: { readonly scrolls: boolean; readonly cursors?: Cursors },
): Promise<void> {
  const view = await editorWhenThere(place);
  if (!view) return;
  const cursor = cursors.of(id);
  const length = view.state.doc.length;
  const known = cursor?.field === 'text' ? cursor : null;
  const [anchor, head] = known
    ? [known.from, known.to]
    : [view.state.selection.main.anchor, view.state.selection.main.head];
  view.dispatch({ selection: { anchor: Math.min(anchor, length), head: Math.min(head, length) } });
  view.focus();
  if (!scrolls) return;
  for (const [name, node] of scrollers(document)) node.scrollTop = known?.scroll[name] ?? node.scrollTop;
  // As it was, if the words there still are where they were; a cursor that was never here comes well into sight.
  const yMargin = known ? 0 : 80;
  view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head, { y: 'nearest', yMargin }) });
}
