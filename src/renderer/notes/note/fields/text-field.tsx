import { LONGEST_TITLE } from '#domain/note/choices.ts';
import { FIELDS, type FieldsWith } from '#domain/note/fields.ts';
import type { Note } from '#domain/note/record/note.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { Field, hintId, SaidField } from './field.tsx';
import { TextBox } from './text-box.tsx';

/** Fields of the note that hold plain words. */
type TextFieldName = FieldsWith<'value', 'line' | 'prose'>;

/** A field for the words of one part of the note; its id is the part's name. */
export function TextField({ name, hint }: { readonly name: TextFieldName; readonly hint?: string }) {
  const say = useSay();
  const edit = useEdit();
  const locked = useLocked();
  const value = useNote((note: Note) => note[name]);
  const label = say(`note.field.${name}`);
  if (locked) return value === '' ? null : <SaidField label={label}>{value}</SaidField>;
  return (
    <Field id={name} label={label} hint={hint}>
      <TextBox
        id={name}
        tall={FIELDS[name].value === 'prose'}
        value={value}
        describedBy={hint === undefined ? undefined : hintId(name)}
        onChange={(text) => edit(() => ({ [name]: text }))}
        {...(name === 'title' ? { most: LONGEST_TITLE } : {})}
      />
    </Field>
  );
}
