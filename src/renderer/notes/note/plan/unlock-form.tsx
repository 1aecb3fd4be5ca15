import { type SyntheticEvent, useState } from 'react';
import { longDayAt } from '#domain/moment.ts';
import { unlock } from '#domain/note/lifecycle.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useOpenNote } from '#store/notes/note-context.ts';
import { takeNoteDrafts, useNoteDraft } from '#store/notes/note-drafts.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '../fields/field.tsx';
import { FieldError } from '../fields/field-error.tsx';
import { TextBox } from '../fields/text-box.tsx';

interface UnlockFormProps {
  readonly onCancel: () => void;
  readonly onUnlocked: () => void;
}

/** Asks why the plan is to be a form again. What was locked and why it was opened stay in the note. */
export function UnlockForm({ onCancel, onUnlocked }: UnlockFormProps) {
  const say = useSay();
  const saver = useOpenNote();
  const { language } = useSettings();
  const [because, setBecause] = useNoteDraft('unlock-because');
  const [asked, setAsked] = useState(false);
  const lacks = asked && because.trim() === '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (because.trim() === '') {
      document.getElementById('unlock-because')?.focus();
      return;
    }
    const { note } = saver.row();
    const day = longDayAt(note.plan?.lockedAt ?? '', language).replaceAll('\u00a0', ' ');
    const said = {
      because,
      from: say('note.unlock.from', { day, hash: note.plan?.hash ?? '' }),
      to: say('note.unlock.to', { status: say(`status.${note.status}`) }),
    };
    saver.change(unlock(note, said, { rowId: () => crypto.randomUUID(), now: () => new Date().toISOString() }));
    takeNoteDrafts(saver, { 'unlock-because': '' });
    tellOutcome(say('note.unlock.done'));
    onUnlocked();
  };
  return (
    <form className="sat-panel note-deviation" onSubmit={submit} aria-labelledby="unlock-title">
      <h3 className="sat-h3" id="unlock-title">
        {say('note.unlock.title')}
      </h3>
      <p className="small muted">{say('note.unlock.more')}</p>
      <Field id="unlock-because" label={say('note.because')}>
        {lacks && <FieldError id="unlock-because">{say('note.because.missing')}</FieldError>}
        <TextBox
          id="unlock-because"
          tall
          value={because}
          onChange={setBecause}
          describedBy={lacks ? 'unlock-because-error' : undefined}
        />
      </Field>
      <div className="row">
        <Button submit>{say('note.unlock.do')}</Button>
        <Button kind="tool" onClick={onCancel}>
          {say('note.cancel')}
        </Button>
      </div>
    </form>
  );
}
