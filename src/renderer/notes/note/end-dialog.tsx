import { type SyntheticEvent, useState } from 'react';
import type { Note } from '#domain/note/record/note.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useOpenNote } from '#store/notes/note-context.ts';
import { takeNoteDrafts, useNoteDraft } from '#store/notes/note-drafts.ts';
import { useRegister } from '#store/notes/notes.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ChoiceBox } from './fields/choice-box.tsx';
import { FieldError } from './fields/field-error.tsx';

export interface EndDialogProps {
  readonly kind: 'abandoned' | 'superseded';
  readonly onClose: () => void;
}

/** Ends a note before its time: with a reason, or with the note that took its place. */
export function EndDialog({ kind, onClose }: EndDialogProps) {
  const say = useSay();
  const saver = useOpenNote();
  const [because, setBecause] = useNoteDraft('ending-because');
  const [chosen, setBy] = useNoteDraft('ending-by');
  const [asked, setAsked] = useState(false);
  const others = (useRegister(false) ?? []).filter(({ id }) => id !== saver.row().id);
  // It may have gone since it was chosen.
  const by = others.some(({ id }) => id === chosen) ? chosen : '';
  const ending = ((): Note['ending'] => {
    if (kind === 'superseded') return by === '' ? null : { kind, by };
    return because.trim() === '' ? null : { kind, because };
  })();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (ending === null) {
      document.getElementById('ending')?.focus();
      return;
    }
    saver.change({ ending });
    takeNoteDrafts(saver, { 'ending-because': '', 'ending-by': '' });
    onClose();
    tellOutcome(say(`note.ending.${kind}`));
  };
  const lacks = asked && ending === null;
  const describedBy = lacks ? 'ending-error' : undefined;
  return (
    <Dialog title={say(`note.end.${kind}`)} closeLabel={say('shell.close')} onClose={onClose} small>
      <form className="note-dialog" onSubmit={submit}>
        <div className="note-small">
          <label htmlFor="ending">{say(`note.end.${kind}.ask`)}</label>
          {lacks && <FieldError id="ending">{say(`note.end.${kind}.missing`)}</FieldError>}
          {kind === 'superseded' ? (
            <ChoiceBox
              id="ending"
              value={by}
              none={say('note.choose')}
              options={others.map(({ id, question }) => ({ value: id, label: question || say('notes.untitled') }))}
              onChange={setBy}
              describedBy={describedBy}
            />
          ) : (
            <textarea
              id="ending"
              className="note-ta"
              rows={3}
              maxLength={2_000}
              value={because}
              aria-describedby={describedBy}
              onChange={(event) => setBecause(event.target.value)}
            />
          )}
        </div>
        <p className="small muted">{say('note.end.after')}</p>
        <div className="row">
          <Button submit>{say(`note.end.${kind}`)}</Button>
          <Button kind="tool" onClick={onClose}>
            {say('note.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
