import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { toAddress } from '#domain/address.ts';
import type { Status } from '#domain/note/choices.ts';
import { waysOn } from '#domain/note/lifecycle.ts';
import { missingFor } from '#domain/note/missing.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { missingWords } from '#domain/words/missing-words.ts';
import { announce } from '#kit/announce.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { changeSettings, useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useNote, useOpenNote } from '#store/notes/note-context.ts';
import { unreadWords, useUnreadWords } from '#store/notes/note-drafts.ts';
import { Button } from '#ui/button.tsx';
import { besideUnread } from './missing-field.ts';
import { findPersonal, moveNote } from './move.ts';
import { LockQuestion } from './plan/lock-question.tsx';

/** What the next step still asks for, each a link to its field, and the ways on. Never greyed out: it says what is missing. */
export function NextStep() {
  const say = useSay();
  const saver = useOpenNote();
  const status = useNote((note) => note.status);
  const ended = useNote((note) => note.ending !== null || isForReading(note));
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const ways = ended ? [] : waysOn({ status, ending: null });
  const [next, ...others] = ways.filter((way) => way !== 'stopped');

  const today = useToday();
  const { showSide } = useSettings();
  const [asking, setAsking] = useState(false);

  const go = async (to: Status): Promise<void> => {
    const moved = await moveNote(saver, to, today);
    flushSync(() => setAsking(false));
    if ('moved' in moved) {
      tellOutcome(say(to === 'ready' ? 'note.moved.ready' : 'note.moved', { status: say(`status.${to}`) }));
      // The question went with its buttons.
      if (to === 'ready') heading.current?.focus();
      return;
    }
    heading.current?.focus();
    announce(say('note.missing', { count: moved.missing.length }), { assertive: true });
  };
  /** A lock is asked for first, and never by the same key pressed twice; what is missing is said without a question. */
  const move = async (to: Status): Promise<void> => {
    const unread = unreadWords(saver.row().id);
    if (unread.length > 0) {
      const { note } = saver.row();
      const missing = besideUnread(missingFor(note, to, findPersonal, today), unread, note);
      heading.current?.focus();
      announce(say('note.missing', { count: missing.length + unread.length }), { assertive: true });
      return;
    }
    if (to !== 'ready' || missingFor(saver.row().note, to, findPersonal, today).length > 0) return go(to);
    // The question is asked where eyes are.
    if (!showSide) void changeSettings({ showSide: true });
    setAsking(true);
    document.getElementById('lock-question')?.focus();
  };
  useCommandHandler('moveOn', next === undefined ? null : () => void move(next));

  if (next === undefined) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before" ref={heading} tabIndex={-1}>
        {say('note.before', { status: say(`status.${next}`) })}
      </h2>
      <MissingList to={next} />
      {asking && next === 'ready' ? (
        <LockQuestion
          onLock={() => void go(next)}
          onKeepOpen={() => {
            flushSync(() => setAsking(false));
            button.current?.focus();
          }}
        />
      ) : (
        <div className="row note-ways">
          <Button ref={button} onClick={() => void move(next)}>
            {say('note.moveTo', { status: say(`status.${next}`) })}
          </Button>
          {others.map((way) => (
            <Button key={way} kind="tool" onClick={() => void move(way)}>
              {say('note.backTo', { status: say(`status.${way}`) })}
            </Button>
          ))}
        </div>
      )}
      {!asking && (next === 'planned' || next === 'ready') && (
        <p className="small muted">{say(next === 'planned' ? 'note.lock.after' : 'note.lock.now')}</p>
      )}
    </section>
  );
}

function MissingList({ to }: { readonly to: Status }) {
  const say = useSay();
  const saver = useOpenNote();
  const today = useToday();
  const id = saver.row().id;
  const unread = useUnreadWords(id);
  const here = useMemo(() => JSON.parse(unread) as ReturnType<typeof unreadWords>, [unread]);
  // As text, so that the list is drawn again only when it has changed.
  const found = useNote((note) =>
    JSON.stringify(
      besideUnread(missingFor(note, to, findPersonal, today), here, note).map(({ missing, field }) => ({
        words: missingWords(missing, say),
        field,
      })),
    ),
  );
  const missing = useMemo(() => {
    const told = here.map(({ field, text }) => ({ words: say('note.missing.unread', { text }), field }));
    return [...told, ...(JSON.parse(found) as readonly { words: string; field: string }[])];
  }, [found, here, say]);
  if (missing.length === 0) return <p className="small muted">{say('note.nothingMissing')}</p>;
  return (
    <>
      <p className="small muted">{say('note.missing', { count: missing.length })}</p>
      <ul className="plain note-missing">
        {missing.map(({ words, field }) => (
          <li key={`${field} ${words}`}>
            <a href={toAddress({ screen: 'note', id, section: field })}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
