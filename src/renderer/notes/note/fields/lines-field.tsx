import type { FieldsWith } from '#domain/note/fields.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { Field, hintId, SaidField } from './field.tsx';
import { TextBox } from './text-box.tsx';

type LinesFieldName = FieldsWith<'value', 'lines'>;

/** A list that is written one to a line. */
export function LinesField({ name }: { readonly name: LinesFieldName }) {
  const say = useSay();
  const edit = useEdit();
  const locked = useLocked();
  const lines = useNote((note) => note[name]);
  const label = say(`note.field.${name}`);
  if (locked) {
    return lines.length === 0 ? null : <SaidField label={label}>{lines.join('\n')}</SaidField>;
  }
  return (
    <Field id={name} label={label} hint={say(`note.field.${name}.hint`)}>
      <TextBox
        id={name}
        tall
        value={lines.join('\n')}
        describedBy={hintId(name)}
        onChange={(text) => edit(() => ({ [name]: linesOf(text) }))}
      />
    </Field>
  );
}

/** Joined again they are the text: a line break at the end is an empty last line. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
