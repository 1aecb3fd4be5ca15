import type { Note } from '#domain/note/record/note.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { saveNoteCopy } from '#store/notes/note-copy.ts';
import { Button } from '#ui/button.tsx';

/** Saves the note as it is on the screen to another place, as long as it cannot be saved here. */
export function CopyElsewhere({ note }: { readonly note: Note }) {
  const say = useSay();
  const save = async (): Promise<void> => {
    const saved = await saveNoteCopy({ ...note, title: note.title || say('notes.untitled') });
    if (!saved.ok) tellOutcome(problemWords(saved.problem, say).fact);
    else if (saved.value === 'saved') tellOutcome(say('safety.copy.saved'));
  };
  return (
    <Button kind="tool" onClick={() => void save()}>
      {say('safety.copy')}
    </Button>
  );
}
