import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import type { NoteTextProps } from './note-text-props.ts';

const TextEditor = lazy(() => import('./text-editor.tsx').then((m) => ({ default: m.TextEditor })));

/** The text of a note under its heading, to write or to read. */
export function NoteText(props: NoteTextProps) {
  const say = useSay();
  const [isRead, setRead] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  const isFocusMoved = useRef(false);
  useCommandHandler('preview', () => {
    isFocusMoved.current = true;
    setRead(!isRead);
  });
  useLayoutEffect(() => {
    if (!isFocusMoved.current) return;
    isFocusMoved.current = false;
    // What has the focus goes out of sight.
    const next = isRead ? '[aria-pressed="true"]' : '[role="textbox"]';
    shown.current?.querySelector<HTMLElement>(next)?.focus();
  }, [isRead]);
  return (
    <section className="sat-text" ref={shown}>
      <div className="sat-head">
        <h2 className={props.lead === undefined ? 'sat-h2' : 'vh'}>{props.label}</h2>
        {props.lead}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
        <div className="sat-btnset" role="group" aria-label={say('editor.view')}>
          <Button kind="tool" aria-pressed={!isRead} onClick={() => setRead(false)}>
            {say('editor.write')}
          </Button>
          <Button kind="tool" aria-pressed={isRead} onClick={() => setRead(true)}>
            {say('editor.preview')}
          </Button>
        </div>
      </div>
      <Suspense fallback={<div className="sat-editor sat-editor--coming">{props.text.slice(0, 5_000)}</div>}>
        <TextEditor {...props} isRead={isRead} />
      </Suspense>
    </section>
  );
}

const NotePreview = lazy(() => import('./note-preview.tsx').then((m) => ({ default: m.NotePreview })));

/** The text of a note that cannot be changed any more, as it is read. */
export function ReadText({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<div className="sat-editor--coming">{text.slice(0, 5_000)}</div>}>
      <NotePreview text={text} />
    </Suspense>
  );
}
