import { createContext, use, useCallback, useReducer, useSyncExternalStore } from 'react';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { NoteSaver } from './note-saver.ts';

/** The note that the screen shows. */
export const NoteContext = createContext<NoteSaver | null>(null);

/** Inside it fields are shown as text: the plan after it was locked, all of a note that was shared. */
export const LockedContext = createContext(false);

export const useLocked = (): boolean => use(LockedContext);

export function useOpenNote(): NoteSaver {
  const saver = use(NoteContext);
  if (!saver) throw new Error('NoteContext is missing');
  return saver;
}

/** A part of the note; draws again only when that part changes, so it must not be made anew each time. */
export function useNote<T>(part: (note: Note) => T): T {
  const saver = useOpenNote();
  return useSyncExternalStore(saver.subscribe, () => part(saver.row().note));
}

export type Edit = (make: (note: Note) => NotePatch) => void;

/**
 * Changes the note as it stands at that moment. The same function for the same note. Who calls it is drawn with the
 * change before the event ends: the first letter may come before a new screen listens to the note, and React would put
 * the field back to what it was.
 */
export function useEdit(): Edit {
  const saver = useOpenNote();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  return useCallback(
    (make) => {
      saver.change(make(saver.row().note));
      drawAgain();
    },
    [saver],
  );
}
