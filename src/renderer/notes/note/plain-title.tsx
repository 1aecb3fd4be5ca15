import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { LONGEST_TITLE } from '#domain/note/choices.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { windowCursors } from '#store/own/cursors.ts';
import { enterText } from './cursor-place.ts';
import { TextBox } from './fields/text-box.tsx';

/** The title of a plain note. Tab and Enter go on to its page. */
export function PlainTitle({ page }: { readonly page: RefObject<HTMLElement | null> }) {
  const say = useSay();
  const edit = useEdit();
  const { id } = useOpenNote().row();
  const title = useNote((note) => note.title);
  const whole = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Whoever comes back to it finds the cursor where it was.
    const cursor = windowCursors().of(id);
    const field = whole.current?.querySelector('textarea');
    if (cursor?.field === 'title') field?.setSelectionRange(cursor.from, cursor.to);
    else field?.setSelectionRange(field.value.length, field.value.length);
  }, [id]);
  const pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, shiftKey, nativeEvent } = event;
    const isField = event.target instanceof HTMLTextAreaElement;
    if ((key !== 'Tab' && key !== 'Enter') || ctrlKey || altKey || metaKey || shiftKey || nativeEvent.isComposing)
      return;
    if (!isField || !page.current?.querySelector('.cm-content')) return;
    event.preventDefault();
    void enterText(id, page.current, { scrolls: true });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside it
    <div className="note-plain__title" ref={whole} onKeyDown={pressed}>
      <label className="vh" htmlFor="title">
        {say('note.field.title')}
      </label>
      <TextBox id="title" wraps most={LONGEST_TITLE} value={title} onChange={(text) => edit(() => ({ title: text }))} />
    </div>
  );
}
