import { type RefObject, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { longDay } from '#domain/day.ts';
import { longDayAt } from '#domain/moment.ts';
import { heldIn } from '#domain/note/plain-note.ts';
import { CITATIONS, CitationsSide } from '#instruments/citing/citations/citations-side.tsx';
import { useRemoved } from '#instruments/removal/last-removed.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { ScreenTitle } from '#ui/screen.tsx';
import { PlainAbout } from './about-section.tsx';
import { makeExperiment } from './change-form.ts';
import { CommentsSection } from './comments-section.tsx';
import { FilesSection } from './files-section.tsx';
import { NoteActions } from './note-actions.tsx';
import { NotSaved } from './note-strips.tsx';
import { PlainTitle } from './plain-title.tsx';
import { TextSection } from './text-section.tsx';
import './plain-note.css';

/** Whether any word of the open note was ever kept. */
function useIsBegun(): boolean {
  const saver = useOpenNote();
  return useSyncExternalStore(saver.subscribe, () => saver.row().rev > 0 || saver.state().at !== 'saved');
}

interface PlainNoteProps {
  readonly title: string;
  readonly place: RefObject<HTMLDivElement | null>;
}

/** A title and a page. What else a note has stands below the page. */
export function PlainNoteView({ title, place }: PlainNoteProps) {
  const isBegun = useIsBegun();
  return (
    <div className="note-plain">
      <ScreenTitle className="vh">{title}</ScreenTitle>
      <div className="note-plain__head">
        <PlainTitle page={place} />
        {isBegun && (
          <span className="row sat-noprint">
            <NoteActions />
          </span>
        )}
      </div>
      <div className="note-strips">
        <NotSaved />
      </div>
      <TextSection place={place} lead={<QuietLine />} />
      <Held />
      <FilesSection />
      <Cited />
      <PlainAbout />
      <CommentsSection />
    </div>
  );
}

function QuietLine() {
  const say = useSay();
  const saver = useOpenNote();
  const today = useToday();
  const { language } = useSettings();
  const isBegun = useIsBegun();
  const created = useNote((note) => note.created);
  const make = (): void => {
    flushSync(() => makeExperiment(saver));
    tellOutcome(say('note.made.done'));
    document.querySelector<HTMLElement>('#main h1')?.focus();
  };
  return (
    <p className="sat-meta note-plain__line">
      <span>{say('form.note')}</span>
      {isBegun && created === '' ? null : (
        <>
          <span aria-hidden="true">·</span>
          <span>{isBegun ? longDayAt(created, language) : longDay(today, language)}</span>
        </>
      )}
      <span aria-hidden="true">·</span>
      <LinkButton onClick={make}>{say('note.make')}</LinkButton>
    </p>
  );
}

/** Fields that were written while it was an experiment keep their words; nothing is in a note that it does not tell. */
function Held() {
  const say = useSay();
  const held = useNote((note) => heldIn(note).join(' '));
  if (held === '') return null;
  const count = held.split(' ').length;
  return (
    <p className="small muted note-plain__held" id="held">
      {say('note.held', { count })}
    </p>
  );
}

function Cited() {
  const edit = useEdit();
  const citations = useNote((note) => note.citations);
  const removed = useRemoved(CITATIONS);
  if (citations.length === 0 && removed === null) return null;
  return (
    <div className="note-section note-plain__cited">
      <CitationsSide citations={citations} edit={edit} />
    </div>
  );
}
