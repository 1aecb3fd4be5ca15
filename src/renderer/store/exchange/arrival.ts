import type { IncomingNote } from '#bridge/sharing.ts';
import type { Standing } from '#domain/bundle/comparison.ts';
import type { NoteField } from '#domain/note/record/note.ts';
import type { NoteRow } from '../notes/note-row.ts';

/** How a note of a file stands to what is here. `binned`: the same note lies in the bin. */
export type Arrival = Standing | 'binned';

export interface ComparedNote {
  readonly incoming: IncomingNote;
  readonly arrival: Arrival;
  /** The note here that it is compared with. */
  readonly here: NoteRow | null;
  /** The fields in which the two differ. */
  readonly fields: readonly (NoteField | 'unknown')[];
}

/** Whether taking a file in writes something for this note. */
export const isTakenIn = ({ arrival }: ComparedNote): boolean => arrival !== 'same' && arrival !== 'older';
