import { type SyntheticEvent, useState } from 'react';
import { announce } from '#kit/announce.ts';
import { tellOutcome } from '#kit/status.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useNote, useOpenNote } from '#store/notes/note-context.ts';
import { takeNoteDrafts, useNoteDraft } from '#store/notes/note-drafts.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FieldError } from './fields/field-error.tsx';
import { moveNote } from './move.ts';

/** Before the id of the rule that is chosen; another reason has none. */
const CHOSEN = 'rule ';

/** Asks which stop rule was hit, then stops the experiment today. */
export function StopDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const saver = useOpenNote();
  const today = useToday();
  const rules = useNote((note) => note.stopRules);
  const [chosen, setChosen] = useNoteDraft('stopping-rule');
  const [because, setBecause] = useNoteDraft('stopping-because');
  const [asked, setAsked] = useState(false);
  const choices = [...rules.filter(({ text }) => text.trim() !== ''), { id: '', text: say('note.stop.other') }];
  // A rule may have gone since it was chosen.
  const rule = choices.find(({ id }) => chosen === CHOSEN + id)?.id ?? null;
  const lacks = rule === null ? 'rule' : rule === '' && because.trim() === '' ? 'because' : null;

  const stop = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (rule === null || lacks !== null) {
      document.getElementById(lacks === 'because' ? 'stopping-because' : 'stopping-rule')?.focus();
      return;
    }
    const { dates } = saver.row().note;
    saver.change({ stop: { rule, because, day: today }, dates: { ...dates, end: dates.end ?? today } });
    await moveNote(saver, 'stopped', today);
    takeNoteDrafts(saver, { 'stopping-rule': '', 'stopping-because': '' });
    onClose();
    tellOutcome(say('note.stopped.done'));
    announce(say('note.stopped.done'), { assertive: true });
  };
  return (
    <Dialog title={say('note.stop.title')} closeLabel={say('shell.close')} onClose={onClose} small>
      <form className="note-dialog" onSubmit={(event) => void stop(event)}>
        <fieldset aria-describedby={asked && lacks === 'rule' ? 'stopping-rule-error' : undefined}>
          <legend>{say('note.stop.which')}</legend>
          {asked && lacks === 'rule' && <FieldError id="stopping-rule">{say('note.stop.which.missing')}</FieldError>}
          {choices.map(({ id, text }, at) => (
            <label key={id} className="sat-check">
              <input
                type="radio"
                name="stopping-rule"
                id={at === 0 ? 'stopping-rule' : undefined}
                checked={rule === id}
                onChange={() => setChosen(CHOSEN + id)}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <div className="note-small">
          <label htmlFor="stopping-because">{say('note.stop.because')}</label>
          {asked && lacks === 'because' && <FieldError id="stopping-because">{say('note.because.missing')}</FieldError>}
          <textarea
            id="stopping-because"
            className="note-ta"
            rows={3}
            maxLength={20_000}
            value={because}
            aria-describedby={asked && lacks === 'because' ? 'stopping-because-error' : undefined}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
        <p className="small muted">{say('note.stop.after')}</p>
        <div className="row">
          <Button kind="warning" submit>
            {say('note.stop')}
          </Button>
          <Button kind="tool" onClick={onClose}>
            {say('note.stop.not')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
