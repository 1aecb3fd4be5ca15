import { useEffect, useState } from 'react';
import type { NoteSaver } from '#store/notes/note-saver.ts';
import { saverOf } from '#store/notes/note-session.ts';
import { mayBeNote } from '../note/change-form.ts';

/** The note that takes the words of a template: `undefined` until it was read, `null` where none can take them. */
export function useInto(note: string | undefined): NoteSaver | null | undefined {
  const [read, setRead] = useState<{ readonly note: string; readonly saver: NoteSaver | null }>();
  useEffect(() => {
    if (note === undefined) return undefined;
    let left = false;
    void saverOf(note).then((saver) => {
      const row = saver?.row();
      if (!left) setRead({ note, saver: row && mayBeNote(row.note) && row.binned === '' ? saver : null });
    });
    return () => {
      left = true;
    };
  }, [note]);
  return note !== undefined && read?.note === note ? read.saver : undefined;
}
