import type { Marking } from '#domain/bundle/marking.ts';
import { isLower } from '#domain/bundle/marking.ts';
import type { ShareFormat } from '#domain/bundle/shared-name.ts';
import type { Note } from '#domain/note/record/note.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';

/** What a person says before notes leave. */
export interface Asked {
  readonly format: ShareFormat | null;
  readonly marking: Marking | null;
  /** Why a lower marking than a note's own is right. */
  readonly because: string;
  readonly licence: string;
  readonly role: string;
}

const ASKED = ['format', 'marking', 'because', 'role'] as const;
export type AskedField = (typeof ASKED)[number];

/** The notes whose own marking is higher than the one that was chosen. */
export const loweredBy = (marking: Marking | null, notes: readonly Note[]): readonly Note[] =>
  marking === null ? [] : notes.filter((note) => isLower(marking, note.marking));

/** The note whose marking this would lower and cannot: a newer Satchel wrote it. */
export const notLowered = (marking: Marking | null, notes: readonly Note[]): Note | undefined =>
  loweredBy(marking, notes).find(isForReading);

/** What is still to be said, in the order in which it is asked. */
export function missingIn(asked: Asked, notes: readonly Note[]): readonly AskedField[] {
  const isLowered = loweredBy(asked.marking, notes).length > 0;
  return ASKED.filter((field) => {
    if (field === 'because') return isLowered && asked.because.trim() === '';
    if (field === 'role') return isLowered && asked.role.trim() === '';
    if (field === 'marking' && notLowered(asked.marking, notes)) return true;
    return asked[field] === null;
  });
}

/** Whether the role of whoever hands them over goes into the file: on paper, and beside why a marking was lowered. */
export const roleLeaves = ({ format, marking }: Asked, notes: readonly Note[]): boolean =>
  format === 'pdf' || loweredBy(marking, notes).length > 0;

/** What all notes have, or nothing. */
export function common(notes: readonly Note[], field: 'licence' | 'ownerRole'): string {
  const values = new Set(notes.map((note) => note[field]));
  const [only = ''] = values.size === 1 ? values : [];
  return only;
}
