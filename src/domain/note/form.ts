import type { Note } from './record/note.ts';

/**
 * What `template` says of a note that is just a note: it has no plan and no steps. It is a template of its own name
 * because that field has stood in every note, journal, backup and file since the first version and is handed on by
 * every app that reads one: see docs/data.md.
 */
export const PLAIN = 'note';

export const FORMS = ['note', 'experiment'] as const;
export type Form = (typeof FORMS)[number];

/**
 * Whether a note is a plain one or an experiment. One that has taken a step of the walk is an experiment whatever else
 * it says: an older app may have taken it there, and its plan must be seen.
 */
export const formOf = ({ template, status, ending }: Pick<Note, 'template' | 'status' | 'ending'>): Form =>
  template === PLAIN && status === 'idea' && ending === null ? 'note' : 'experiment';

export const isExperiment = (note: Pick<Note, 'template' | 'status' | 'ending'>): boolean =>
  formOf(note) === 'experiment';

/** A note becomes an experiment and keeps every word; what its fields held before is seen again. */
export const asExperiment = (): Pick<Note, 'template'> => ({ template: '' });

/** The way back, while the experiment is an idea. Fields that hold words keep them. */
export const asNote = (): Pick<Note, 'template'> => ({ template: PLAIN });
