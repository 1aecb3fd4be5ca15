import { type SyntheticEvent, useState } from 'react';
import { DEVIATION_FIELDS, isDeviationField } from '#domain/note/plan-now.ts';
import { plannedKind } from '#domain/note/planned-kind.ts';
import { keptWords } from '#domain/note/planned-value.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { takeNoteDrafts, useNoteDraft } from '#store/notes/note-drafts.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceBox } from '../fields/choice-box.tsx';
import { Field } from '../fields/field.tsx';
import { FieldError } from '../fields/field-error.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { deviationValue } from './deviation-value.ts';
import { countedUntilNow } from './plan-words.ts';

/** Says that a part of the locked plan is to be otherwise, and why. The plan itself stays as it was locked. */
export function DeviationForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const edit = useEdit();
  const today = useToday();
  const { language } = useSettings();
  const saver = useOpenNote();
  const dates = useNote((note) => note.dates);
  const deviations = useNote((note) => note.deviations);
  const [chosen, setField] = useNoteDraft('deviation-field');
  const [to, setTo] = useNoteDraft('deviation-to');
  const [because, setBecause] = useNoteDraft('deviation-because');
  const [asked, setAsked] = useState(false);

  const field = isDeviationField(chosen) ? chosen : '';
  const kind = plannedKind(field) ?? 'words';
  const becomes = deviationValue(to, field, { dates, deviations }, today, language);
  const wrong = {
    field: field === '',
    to: !becomes.ok,
    because: because.trim() === '',
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    const first = wrong.field ? 'field' : wrong.to ? 'to' : wrong.because ? 'because' : null;
    if (first !== null || field === '' || !becomes.ok) {
      document.getElementById(`deviation-${first}`)?.focus();
      return;
    }
    const said = becomes.value;
    edit((note) => {
      const deviation = {
        id: crypto.randomUUID(),
        at: new Date().toISOString(),
        field,
        because,
        ...countedUntilNow(note, field, say, language),
        ...(typeof said === 'string' ? { to: said } : { to: keptWords(said), toValue: said }),
      };
      return { deviations: [...note.deviations, deviation] };
    });
    takeNoteDrafts(saver, { 'deviation-field': '', 'deviation-to': '', 'deviation-because': '' });
    tellOutcome(say('note.deviation.recorded', { field: say(`note.field.${field}`) }));
    onDone();
  };
  return (
    <form className="sat-panel note-deviation" onSubmit={submit} aria-labelledby="deviation-title">
      <h3 className="sat-h3" id="deviation-title">
        {say('note.deviation.record')}
      </h3>
      <Field id="deviation-field" label={say('note.deviation.field')}>
        {asked && wrong.field && <FieldError id="deviation-field">{say('note.deviation.field.missing')}</FieldError>}
        <ChoiceBox
          id="deviation-field"
          value={field}
          none={say('note.choose')}
          options={DEVIATION_FIELDS.map((value) => ({ value, label: say(`note.field.${value}`) }))}
          onChange={setField}
          describedBy={asked && wrong.field ? 'deviation-field-error' : undefined}
        />
      </Field>
      <Field id="deviation-to" label={say('note.deviation.to')}>
        {asked && !becomes.ok && (
          <FieldError id="deviation-to">
            {becomes.wrong === 'unread' ? say('note.deviation.to.missing', { kind }) : say('missing.endBeforeStart')}
          </FieldError>
        )}
        <TextBox
          id="deviation-to"
          tall={kind === 'words'}
          value={to}
          onChange={setTo}
          describedBy={asked && wrong.to ? 'deviation-to-error' : undefined}
        />
      </Field>
      <Field id="deviation-because" label={say('note.because')}>
        {asked && wrong.because && <FieldError id="deviation-because">{say('note.because.missing')}</FieldError>}
        <TextBox
          id="deviation-because"
          tall
          value={because}
          onChange={setBecause}
          describedBy={asked && wrong.because ? 'deviation-because-error' : undefined}
        />
      </Field>
      <div className="row">
        <Button submit>{say('note.deviation.keep')}</Button>
        <Button kind="tool" onClick={onDone}>
          {say('note.cancel')}
        </Button>
      </div>
    </form>
  );
}
