import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { toAddress } from '#domain/address.ts';
import { longDay } from '#domain/day.ts';
import { figureText } from '#domain/figure-text.ts';
import { costMeter } from '#domain/note/cost.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { ruleHit } from '#domain/note/rule-hit.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { madeExperiment } from '#store/notes/made-experiment.ts';
import { useEdit, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { flushAll, useSaveState } from '#store/notes/note-drafts.ts';
import { useNoteRow } from '#store/notes/notes.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Strip } from '#ui/strip.tsx';
import { makeNote, mayBeNote } from './change-form.ts';
import { CopyElsewhere } from './copy-elsewhere.tsx';
import { UnreadStrip } from './unread-strip.tsx';

/** Standing messages above the note. */
/** `onStop`: `null` where nothing of the note changes. */
export function NoteStrips({ onStop }: { readonly onStop: (() => void) | null }) {
  return (
    <div className="note-strips">
      <NotSaved />
      <UnreadStrip />
      <MadeExperiment />
      <CapReached onStop={onStop} />
      <Stopped />
      <Ended />
    </div>
  );
}

/** What is not on the disk yet, and the ways to have it elsewhere. */
export function NotSaved() {
  const say = useSay();
  const saver = useOpenNote();
  const state = useSaveState();
  if (state.at !== 'notSaved') return null;
  const { fact, more } = problemWords(state.problem, say);
  return (
    <Strip tone="bad" fact={say('note.save.not', { reason: fact })}>
      {more}
      <span className="note-stripdo">
        <CopyElsewhere note={saver.row().note} />
        <Button kind="tool" onClick={() => void flushAll(saver)}>
          {say('safety.again')}
        </Button>
      </span>
    </Strip>
  );
}

/** A note that has just become an experiment can go back, or take the words of a template. Until the next screen. */
function MadeExperiment() {
  const say = useSay();
  const saver = useOpenNote();
  const { id } = saver.row();
  const last = madeExperiment.use();
  const isIdea = useNote(mayBeNote);
  const isMine = last?.before.id === id;
  useEffect(
    () => () => {
      if (madeExperiment.get()?.before.id === id) madeExperiment.set(null);
    },
    [id],
  );
  if (!isMine || !isIdea) return null;
  const undo = (): void => {
    flushSync(() => makeNote(saver));
    tellOutcome(say('note.made.undone'));
    document.getElementById('title')?.focus();
  };
  return (
    <Strip tone="calm" fact={say('note.made')}>
      {say('note.made.more')} <LinkButton onClick={undo}>{say('note.made.undo')}</LinkButton>
      {last.made.template === '' && (
        <>
          {' · '}
          <a href={toAddress({ screen: 'new', note: id })}>{say('new.fromTemplate')}</a>
        </>
      )}
    </Strip>
  );
}

function CapReached({ onStop }: { readonly onStop: (() => void) | null }) {
  const say = useSay();
  const running = useNote((note) => note.status === 'running');
  const costs = useNote((note) => note.costs);
  const costCap = useNote((note) => note.costCap);
  const deviations = useNote((note) => note.deviations);
  const { level, spent, cap } = costMeter({ costs, costCap, deviations });
  if (!running || level !== 'reached' || cap === null) return null;
  return (
    <Strip tone="bad" fact={say('note.cap.reached', { spent: figureText(spent, '£'), cap: figureText(cap, '£') })}>
      {say('note.cap.reached.more')}
      {onStop ? (
        <span className="note-stripdo">
          <Button kind="tool" icon="stop" onClick={onStop}>
            {say('note.stop')}
          </Button>
        </span>
      ) : null}
    </Strip>
  );
}

function Stopped() {
  const say = useSay();
  const { language } = useSettings();
  const stop = useNote((note) => note.stop);
  const rule = useNote(ruleHit);
  if (stop === null) return null;
  const fact = stop.day === null ? say('note.stopped') : say('note.stopped.on', { day: longDay(stop.day, language) });
  return (
    <Strip tone="warn" icon="stop" fact={fact}>
      <span id="stop-because">
        {rule === '' ? '' : say('note.stopped.rule', { rule })} {stop.because}
      </span>
    </Strip>
  );
}

function Ended() {
  const say = useSay();
  const edit = useEdit();
  const ending = useNote((note) => note.ending);
  const isReading = useNote(isForReading);
  if (ending === null) return null;
  const takeUp = () => {
    edit(() => ({ ending: null }));
    tellOutcome(say('note.ending.undone'));
    document.querySelector<HTMLElement>('#main h1')?.focus();
  };
  return (
    <Strip tone="calm" fact={say(`note.ending.${ending.kind}`)}>
      {ending.kind === 'abandoned' ? ending.because : <Successor id={ending.by} />}{' '}
      {isReading ? null : <LinkButton onClick={takeUp}>{say('note.ending.undo')}</LinkButton>}
    </Strip>
  );
}

function Successor({ id }: { readonly id: string }) {
  const say = useSay();
  const row = useNoteRow(id);
  return <a href={toAddress({ screen: 'note', id })}>{row?.note.title || say('notes.untitled')}</a>;
}
