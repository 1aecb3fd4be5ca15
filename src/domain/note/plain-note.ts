import { canonicalJson } from '../canonical.ts';
import { type FieldsWith, fieldsWith } from './fields.ts';
import { PLAIN } from './form.ts';
import type { NotePatch } from './rebase.ts';
import { type Note, newNote } from './record/note.ts';

/** A title and an empty page. @param id a version 4 UUID @param now ISO 8601 in UTC */
export const plainNote = (id: string, now: string, title = ''): Note => ({
  ...newNote(id, now, title),
  template: PLAIN,
});

/** What a plain note does not show. */
const FIELDS = fieldsWith('plain', false);

export type HeldField = FieldsWith<'plain', false>;

const BLANK = newNote('00000000-0000-4000-8000-000000000000', '');

/** Fields of an experiment in which a note holds something, in the order of the form. */
export const heldIn = (note: Note): readonly HeldField[] =>
  FIELDS.filter((field) => canonicalJson(note[field]) !== canonicalJson(BLANK[field]));

/**
 * The way back from what made an experiment of a note: fields that are still as that left them become what they were
 * before, all others keep what was written since.
 */
export function undoForm(now: Note, before: Note, made: NotePatch): NotePatch {
  const untouched = (Object.keys(made) as (keyof NotePatch)[]).filter(
    (field) => field === 'template' || canonicalJson(now[field]) === canonicalJson(made[field]),
  );
  return Object.fromEntries(untouched.map((field) => [field, before[field]])) as NotePatch;
}
