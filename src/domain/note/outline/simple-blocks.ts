import { FIELDS, type FieldsWith } from '../fields.ts';
import type { Note } from '../record/note.ts';
import { type Block, fact, figureOf, list, prose, words } from './block.ts';

/** Fields that the table alone knows how to say. */
export type SimpleField = Exclude<FieldsWith<'value', 'line' | 'prose' | 'lines' | 'pounds'>, 'title'>;

export const isSimple = (field: keyof typeof FIELDS): field is SimpleField =>
  FIELDS[field].value !== 'own' && field !== 'title';

/** A field of one kind of value, under its name in the form. */
export function simpleBlocks(note: Note, field: SimpleField): readonly Block[] {
  const label = `note.field.${field}` as const;
  const value: string | readonly string[] | number | null = note[field];
  if (typeof value === 'number' || value === null) return fact(field, label, figureOf(value, '£'));
  if (typeof value !== 'string') return list(field, label, value.map(words));
  return FIELDS[field].value === 'line' ? fact(field, label, words(value)) : prose(field, label, value);
}
