import type { Note } from '#domain/note/record/note.ts';

/** A note as it stands. */
export interface NoteRow {
  readonly id: string;
  /** Rises by one with every change; never by time, because clocks jump. */
  readonly rev: number;
  readonly note: Note;
  /** When it was put in the bin; empty while it is not. Text, so that it can be indexed. */
  readonly binned: string;
}
