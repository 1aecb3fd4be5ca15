import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { toAddress } from '#domain/address.ts';
import { duplicateOf } from '#domain/note/duplicate.ts';
import { formOf } from '#domain/note/form.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { binNotes, createNote } from '#store/notes.ts';
import { tellOutcome } from '#store/status.ts';
import { useSay } from '#store/words.ts';
import { useFrame } from '#ui/frame.ts';
import { Icon } from '#ui/icon.tsx';
import { makeNote, mayBeNote } from './change-form.ts';
import { EndDialog } from './end-dialog.tsx';
import { useNote, useOpenNote } from './note-context.ts';

/** What is seldom done with a note: a list that opens under its button. */
export function NoteMore() {
  const say = useSay();
  const saver = useOpenNote();
  const { go } = useFrame();
  const ended = useNote((note) => note.ending !== null);
  const form = useNote(formOf);
  const isIdea = useNote(mayBeNote);
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<'abandoned' | 'superseded' | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);
  const duplicate = async (): Promise<void> => {
    await saver.flush();
    const { note } = saver.row();
    const title = say('note.copyOf', { title: note.title || say('notes.untitled') }).slice(0, 300);
    const copy = duplicateOf(note, { id: crypto.randomUUID(), now: new Date().toISOString(), title });
    const created = await createNote(copy);
    if (!created.ok) {
      tellOutcome(problemWords(created.problem, say).fact);
      return;
    }
    tellOutcome(say(formOf(copy) === 'note' ? 'note.duplicated.plain' : 'note.duplicated'));
    go(toAddress({ screen: 'note', id: copy.id }));
  };
  const bin = async (): Promise<void> => {
    await saver.flush();
    const binned = await binNotes([saver.row().id], true);
    tellOutcome(binned.ok ? say('note.binned.done') : problemWords(binned.problem, say).fact);
  };
  const plain = (): void => {
    flushSync(() => makeNote(saver));
    tellOutcome(say('note.made.undone'));
    document.getElementById('title')?.focus();
  };
  const act = (run: () => void) => () => {
    setOpen(false);
    opener.current?.focus();
    run();
  };
  return (
    <div className="note-more" ref={root}>
      <button
        ref={opener}
        type="button"
        className="sat-btn"
        aria-label={say('note.more')}
        aria-expanded={open}
        aria-controls="note-more"
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" small />
      </button>
      <ul id="note-more" className="plain" hidden={!open}>
        <li>
          <a
            className="sat-btn sat-btn--bare"
            href={toAddress({ screen: 'note', id: saver.row().id, view: 'history' })}
          >
            {say('history.open')}
          </a>
        </li>
        <li>
          <button type="button" className="sat-btn sat-btn--bare" onClick={act(() => void duplicate())}>
            {say('note.duplicate')}
          </button>
        </li>
        {form === 'note' && (
          <li>
            <a className="sat-btn sat-btn--bare" href={toAddress({ screen: 'new', note: saver.row().id })}>
              {say('new.fromTemplate')}
            </a>
          </li>
        )}
        {form === 'experiment' && isIdea && (
          <li>
            <button type="button" className="sat-btn sat-btn--bare" onClick={act(plain)}>
              {say('note.make.note')}
            </button>
          </li>
        )}
        {!ended &&
          form === 'experiment' &&
          (['abandoned', 'superseded'] as const).map((kind) => (
            <li key={kind}>
              <button type="button" className="sat-btn sat-btn--bare" onClick={act(() => setEnding(kind))}>
                {say(`note.end.${kind}`)}
              </button>
            </li>
          ))}
        <li>
          <button type="button" className="sat-btn sat-btn--bare" onClick={act(() => void bin())}>
            {say('note.bin')}
          </button>
        </li>
      </ul>
      {ending !== null && <EndDialog kind={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}
