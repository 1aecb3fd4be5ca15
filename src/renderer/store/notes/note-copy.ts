import { noteFile } from '#domain/bundle/note-file.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';

/** Saves a note as Markdown where the person says: needs neither the window's store nor its disk. */
export const saveNoteCopy = (note: Note, ask = bridge): Promise<Result<'saved' | 'cancelled'>> =>
  ask().call['notes:copy'](
    note.title,
    noteFile(note, note.marking, () => null),
  );
