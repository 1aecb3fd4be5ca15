import { useEffect, useMemo, useRef } from 'react';
import { type Screen as At, NEW_NOTE, toAddress } from '#domain/address.ts';
import { normal } from '#domain/note/record/normal.ts';
import { useSay } from '#kit/words.ts';
import { newNoteId } from '#store/notes/new-note.ts';
import { useNoteSaver } from '#store/notes/note-session.ts';
import { useNoteRow } from '#store/notes/notes.ts';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { HistoryScreen } from './history/history-screen.tsx';
import { NoteBinned, NoteMissing } from './note/note-missing.tsx';
import { NoteView } from './note/note-view.tsx';

type NoteAt = Extract<At, { screen: 'note' }>;

/** One note, as it is written or as it stood before. */
export function NoteScreen({ screen }: { readonly screen: NoteAt }) {
  return screen.view === 'history' ? <HistoryScreen screen={screen} /> : <Note screen={screen} />;
}

function Note({ screen }: { readonly screen: NoteAt }) {
  const say = useSay();
  const { go } = useFrame();
  // One that has no word yet has an id already, and keeps it when its first word gives it an address.
  const id = useMemo(() => (screen.id === NEW_NOTE.id ? newNoteId() : screen.id), [screen]);
  const saver = useNoteSaver(id);
  useEffect(() => {
    if (!saver || screen.id === id) return undefined;
    const name = (): void => go(toAddress({ ...screen, id }), 'replace', true);
    // What was typed before the title stood went into it before anybody listened.
    if (saver.row().rev > 0 || saver.state().at !== 'saved') {
      name();
      return undefined;
    }
    const stop = saver.subscribe(() => {
      stop();
      name();
    });
    return stop;
  }, [saver, screen, id, go]);
  const row = useNoteRow(id);
  // For a moment the row of the note before is still there.
  const stored = row && row.id !== id ? undefined : row;
  const at = toAddress(screen);
  // What a newer Satchel wrote need not fit.
  const fits = useMemo(() => !saver || normal(saver.row().note) !== null, [saver]);
  const binned = stored ? stored.binned !== '' : undefined;

  // The button that was pressed goes with the note, or with the words that it is in the bin.
  const was = useRef(binned);
  useEffect(() => {
    const before = was.current;
    was.current = binned;
    if (before !== undefined && binned !== undefined && before !== binned)
      document.querySelector<HTMLElement>('#main h1')?.focus();
  }, [binned]);

  if (saver === undefined || stored === undefined) {
    return (
      <Screen at={at} ready={false} title={say('notes.untitled')} head="hidden">
        {null}
      </Screen>
    );
  }
  // What was removed elsewhere while it is open here stays in sight: its words may be all there is.
  if (saver === null) return <NoteMissing at={at} />;
  if (!fits) return <NoteMissing at={at} newer />;
  if (stored !== null && stored.binned !== '') return <NoteBinned at={at} id={id} title={stored.note.title} />;
  return <NoteView key={id} at={at} beside={screen.beside} saver={saver} />;
}
