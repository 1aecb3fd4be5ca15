import { useEffect, useState } from 'react';
import type { Note } from '#domain/note/record/note.ts';
import type { NoteTree } from '#instruments/writing/note-tree.ts';
import { textReader } from '#instruments/writing/text-reader.ts';

/** A note as it is on paper, read beside the window: its words may be others'. `null` until it has been read. */
export function useNoteTree(note: Note): NoteTree | null {
  const [read, setRead] = useState<{ readonly of: Note; readonly tree: NoteTree }>();
  useEffect(() => {
    let isGone = false;
    void textReader()
      .paper(note)
      .then((tree) => {
        if (!isGone) setRead({ of: note, tree });
      });
    return () => {
      isGone = true;
    };
  }, [note]);
  return read?.of === note ? read.tree : null;
}
