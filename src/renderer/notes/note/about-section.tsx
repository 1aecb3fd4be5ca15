import type { ReactNode } from 'react';
import { MARKINGS } from '#domain/note/choices.ts';
import type { FieldsWith } from '#domain/note/fields.ts';
import { unreadWord } from '#domain/note/record/unread-fields.ts';
import { STAGES } from '#domain/stage.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { ChoiceBox } from './fields/choice-box.tsx';
import { Field, hintId, SaidField } from './fields/field.tsx';
import { FieldsOf } from './fields/fields-of.tsx';
import { LinesField } from './fields/lines-field.tsx';
import { ReadBox } from './fields/read-box.tsx';
import { readTags, writeTags } from './tags.ts';

/** In the order in which it is written; a field that is missing here does not compile. */
const ABOUT: Readonly<Record<FieldsWith<'form', 'about'>, ReactNode>> = {
  stage: <Stage />,
  tags: <Tags />,
  team: <LinesField name="team" />,
  consulted: <LinesField name="consulted" />,
  risks: <LinesField name="risks" />,
  marking: <Marking />,
};

/** What helps to find an experiment again, and who has a part in it. */
export function AboutSection() {
  return (
    <About>
      <FieldsOf fields={ABOUT} />
    </About>
  );
}

/** What helps to find a plain note again. */
export function PlainAbout() {
  return (
    <About>
      <Tags />
      <Stage />
      <Marking />
    </About>
  );
}

function About({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  return (
    <section className="note-section" aria-labelledby="about">
      <h2 className="sat-h2" id="about">
        {say('note.about')}
      </h2>
      <div className="note-fields">{children}</div>
    </section>
  );
}

function Stage() {
  const say = useSay();
  const edit = useEdit();
  const locked = useLocked();
  const stage = useNote((note) => note.stage);
  if (locked)
    return stage === null ? null : <SaidField label={say('note.field.stage')}>{say(`stage.${stage}`)}</SaidField>;
  return (
    <Field id="stage" label={say('note.field.stage')}>
      <ChoiceBox
        id="stage"
        value={stage ?? ''}
        none={say('note.stage.none')}
        options={STAGES.map((value) => ({ value, label: say(`stage.${value}`) }))}
        onChange={(value) => edit(() => ({ stage: value === '' ? null : value }))}
      />
    </Field>
  );
}

function Tags() {
  const say = useSay();
  const edit = useEdit();
  const locked = useLocked();
  const tags = useNote((note) => note.tags);
  if (locked) return tags.length === 0 ? null : <SaidField label={say('note.field.tags')}>{writeTags(tags)}</SaidField>;
  return (
    <Field id="tags" label={say('note.field.tags')} hint={say('note.tags.hint')}>
      <ReadBox
        id="tags"
        value={tags}
        read={readTags}
        write={writeTags}
        onChange={(next) => edit(() => ({ tags: [...next] }))}
        describedBy={hintId('tags')}
        refusal={() => say('note.tags.unread')}
      />
    </Field>
  );
}

function Marking() {
  const say = useSay();
  const edit = useEdit();
  const locked = useLocked();
  const marking = useNote((note) => note.marking);
  const unknown = useNote((note) => unreadWord(note, 'marking'));
  if (locked) {
    const said = unknown ?? marking;
    return said === null ? null : <SaidField label={say('note.field.marking')}>{said}</SaidField>;
  }
  return (
    <Field id="marking" label={say('note.field.marking')} hint={say('note.marking.hint')}>
      <ChoiceBox
        id="marking"
        value={marking ?? ''}
        none={say('note.marking.none')}
        options={MARKINGS.map((value) => ({ value, label: value }))}
        describedBy={hintId('marking')}
        onChange={(value) => edit(() => ({ marking: value === '' ? null : value }))}
      />
    </Field>
  );
}
