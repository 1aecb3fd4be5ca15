import { type Screen as At, toAddress } from '#domain/address.ts';
import { useNoteSession } from '#store/note-session.ts';
import { useSay } from '#store/words.ts';
import { Screen } from '#ui/screen.tsx';
import { NoteText } from './editor/note-text.tsx';

/** One experiment note. */
export function NoteScreen({ screen }: { readonly screen: Extract<At, { screen: 'note' }> }) {
  const say = useSay();
  const session = useNoteSession(screen.id);
  const note = session?.row.note;
  return (
    <Screen at={toAddress(screen)} ready={session !== undefined} title={note?.title || say('notes.untitled')}>
      {session && note ? (
        <NoteText
          id={note.id}
          label={say('notes.text')}
          text={note.text}
          onChange={(text) => session.change({ text })}
        />
      ) : null}
    </Screen>
  );
}
