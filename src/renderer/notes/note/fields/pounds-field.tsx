import type { FieldsWith } from '#domain/note/fields.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote } from '#store/notes/note-context.ts';
import { Field, hintId } from './field.tsx';
import { NumberBox } from './number-box.tsx';

/** A field for a sum of pounds. Once the plan is locked it is read with the plan. */
export function PoundsField({ name }: { readonly name: FieldsWith<'value', 'pounds'> }) {
  const say = useSay();
  const edit = useEdit();
  const value = useNote((note) => note[name]);
  return (
    <Field id={name} label={say(`note.field.${name}`)} hint={say(`note.field.${name}.hint`)}>
      <div className="note-short">
        <NumberBox
          id={name}
          value={value}
          unit="£"
          describedBy={hintId(name)}
          onChange={(pounds) => edit(() => ({ [name]: pounds }))}
        />
      </div>
    </Field>
  );
}
