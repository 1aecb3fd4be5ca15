import { memo, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { NEW_NOTE, type Place } from '#domain/address.ts';
import type { Status } from '#domain/note/choices.ts';
import { formOf } from '#domain/note/form.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { BesidePage } from '#instruments/citing/beside/beside-page.tsx';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { noteAtHand } from '#store/notes/note-at-hand.ts';
import { LockedContext, NoteContext, useNote, useOpenNote } from '#store/notes/note-context.ts';
import type { NoteSaver } from '#store/notes/note-saver.ts';
import { windowCursors } from '#store/own/cursors.ts';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { AboutSection } from './about-section.tsx';
import { CommentsSection } from './comments-section.tsx';
import { useCursorKept } from './cursor-place.ts';
import { dueIn } from './due.ts';
import { FilesSection } from './files-section.tsx';
import { NoteActions } from './note-actions.tsx';
import { NoteHead } from './note-head.tsx';
import { NoteLists } from './note-lists.tsx';
import { Cited, NoteSide } from './note-side.tsx';
import { NoteStrips } from './note-strips.tsx';
import { PlainNoteView } from './plain-note-view.tsx';
import { GuardrailsSection } from './plan/guardrails-section.tsx';
import { PlanSection } from './plan/plan-section.tsx';
import { CostsSection } from './results/costs-section.tsx';
import { LearningSection } from './results/learning-section.tsx';
import { ResultsSection } from './results/results-section.tsx';
import { SaveLine } from './save-line.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { TextSection } from './text-section.tsx';
import './note.css';

export interface NoteViewProps {
  readonly at: string;
  /** Guidance that stands in the panel's place. */
  readonly beside: Place | undefined;
  readonly saver: NoteSaver;
}

/** An open note: to be written, and what it asks for. */
export const NoteView = memo(function NoteView({ at, beside, saver }: NoteViewProps): ReactNode {
  return (
    <NoteContext value={saver}>
      <Opened at={at} beside={beside} />
    </NoteContext>
  );
});

/** Of a note that was handed over only comments are still taken. */
const CLOSED: readonly Status[] = ['shared', 'archived'];
const RUN: readonly Status[] = ['ready', 'running', 'stopped', 'analysed', 'decided', 'shared', 'archived'];
const FOUND: readonly Status[] = ['running', 'stopped', 'analysed', 'decided', 'shared', 'archived'];
const LEARNED: readonly Status[] = ['stopped', 'analysed', 'decided', 'shared', 'archived'];

function Opened({ at, beside }: Pick<NoteViewProps, 'at' | 'beside'>) {
  const say = useSay();
  const { marks } = useFrame();
  const saver = useOpenNote();
  const today = useToday();
  const { id } = saver.row();
  const isBegun = useSyncExternalStore(saver.subscribe, () => saver.row().rev > 0);
  const isReading = useNote(isForReading);
  // Of a note that is only read the whole is shown, in the form that has a place for all of it.
  const isPlain = useNote((note) => formOf(note) === 'note') && !isReading;
  const named = useNote((note) => note.title.trim());
  const title = named || say(isBegun ? 'notes.untitled' : 'note.new');
  // What has no word yet has no address of its own that a restart would find.
  useEffect(() => noteAtHand.set({ id: isBegun ? id : NEW_NOTE.id, title: named }), [id, isBegun, named]);
  const place = useRef<HTMLDivElement>(null);
  useCursorKept(id, place);
  const [cursor] = useState(() => windowCursors().of(id)?.field);
  const [arriveAt] = useState(() => {
    if (!isBegun) return 'title';
    // Whoever comes from a search looks for words, not for work.
    if (marks !== '') return undefined;
    if (!isPlain && !beside) return dueIn(saver.row().note, today);
    return cursor ?? (isPlain && named === '' ? 'title' : undefined);
  });
  const status = useNote((note) => note.status);
  const ended = useNote((note) => note.ending !== null) || isReading;
  const planned = useNote((note) => note.plan !== null);
  const [stopping, setStopping] = useState(false);
  const stop = () => setStopping(true);
  useCommandHandler('stop', status === 'running' && !ended ? stop : null);
  const guardrails = <GuardrailsSection />;
  const relies = useNote((note) => note.citations.length > 0);
  const sideOf = (): ReactNode => {
    if (beside) return <BesidePage place={beside} />;
    if (isReading) return relies ? <Cited /> : null;
    return isPlain ? null : <NoteSide onStop={stop} />;
  };
  return (
    <Screen
      at={at}
      title={title}
      head="own"
      arriveAt={arriveAt}
      returnAt={isPlain ? (cursor ?? arriveAt) : undefined}
      contextList={<NoteLists />}
      side={sideOf()}
      sideLabel={say(beside ? 'beside.label' : isReading ? 'note.field.citations' : 'note.side')}
      sideWide={beside !== undefined}
    >
      {isPlain ? (
        <PlainNoteView title={title} place={place} />
      ) : (
        <LockedContext value={CLOSED.includes(status) || ended}>
          <NoteHead title={title} actions={<NoteActions />} />
          <NoteStrips onStop={ended ? null : stop} />
          <PlanSection />
          {planned ? null : guardrails}
          <TextSection place={place} />
          <fieldset className="note-whole" disabled={isReading}>
            <FilesSection />
          </fieldset>
          {RUN.includes(status) && <CostsSection />}
          {FOUND.includes(status) && <ResultsSection />}
          {LEARNED.includes(status) && <LearningSection />}
          {planned ? guardrails : null}
          <AboutSection />
          <CommentsSection />
        </LockedContext>
      )}
      <SaveLine />
      {stopping && <StopDialog onClose={() => setStopping(false)} />}
    </Screen>
  );
}
