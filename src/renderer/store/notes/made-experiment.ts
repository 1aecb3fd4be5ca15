import type { NotePatch } from '#domain/note/rebase.ts';
import type { Note } from '#domain/note/record/note.ts';
import { sharedValue } from '#kit/shared-value.ts';

/** The plain note that was made an experiment last in this window, as it was before and what was written over it. */
export interface MadeExperiment {
  readonly before: Note;
  readonly made: NotePatch;
}

export const madeExperiment = sharedValue<MadeExperiment | null>(null);
