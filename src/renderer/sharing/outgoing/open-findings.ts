import { fieldOrUnknown, type Note, type NoteField } from '#domain/note/record/note.ts';
import { type NoteFinding, personalIn } from '#domain/personal-data.ts';

/** Something in a note that looks like details of a person. */
export interface OpenFinding extends NoteFinding {
  readonly note: Note;
  /** The same for the same words in the same field. */
  readonly key: string;
  /** The field of the note, without the way inside it. */
  readonly part: NoteField | 'unknown';
}

/** What the scanner finds in notes and nobody has said is not personal, each text of a field once. */
export function findingsIn(notes: readonly Note[]): readonly OpenFinding[] {
  const seen = new Set<string>();
  return notes.flatMap((note) =>
    personalIn(note).flatMap((finding) => {
      const key = JSON.stringify([note.id, finding.field, finding.text]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...finding, note, key, part: fieldOrUnknown(finding.field.split('.')[0] ?? '') }];
    }),
  );
}
