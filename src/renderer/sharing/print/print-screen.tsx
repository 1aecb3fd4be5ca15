import { useMemo, useRef, useState } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import { isReadable } from '#domain/note/record/normal.ts';
import { unreadWord } from '#domain/note/record/unread-fields.ts';
import { shortened } from '#domain/shortened.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { bridge } from '#kit/bridge.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useNoteSession } from '#store/notes/note-session.ts';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';
import { MarkingChoice } from '../outgoing/marking-choice.tsx';
import { PrintedNote } from './printed-note.tsx';
import { readyToPrint } from './ready-to-print.ts';
import '../outgoing/share.css';

type NoteAt = Extract<At, { screen: 'note' }>;

/** Another note is asked about anew. */
export const PrintScreen = ({ screen }: { readonly screen: NoteAt }) => <Printing key={screen.id} screen={screen} />;

/** A note as it is printed. Paper leaves the laptop too: it has a marking before it does. */
function Printing({ screen }: { readonly screen: NoteAt }) {
  const say = useSay();
  const session = useNoteSession(screen.id);
  const stored = session?.row.note;
  // Paper would leave out what only the newer one knows, and not say so.
  const isUnread = useMemo(() => stored !== undefined && !isReadable(stored), [stored]);
  const note = isUnread ? undefined : stored;
  const [chosen, setChosen] = useState<Marking | null>(null);
  const [asked, setAsked] = useState(false);
  const choice = useRef<HTMLInputElement>(null);
  // A note that is marked is printed so; only a higher one can be chosen.
  const marking = note?.marking === 'OFFICIAL-SENSITIVE' ? note.marking : chosen;
  const title = note?.title || say('notes.untitled');
  const unknown = note ? unreadWord(note, 'marking') : null;
  const print = (): void => {
    if (unknown !== null) {
      tellOutcome(problemWords({ code: 'marking-unknown', title, marking: unknown }, say).fact);
      return;
    }
    setAsked(true);
    if (marking === null) choice.current?.focus();
    else void readyToPrint().then(() => bridge().call['page:print'](title, marking));
  };
  useCommandHandler('print', note ? print : null);
  return (
    <Screen
      at={toAddress(screen)}
      ready={session !== undefined}
      title={note ? say('print.title', { title: shortened(title) }) : say(isUnread ? 'print.unread' : 'share.none')}
      actions={
        note ? (
          <Button kind="go" icon="print" onClick={print}>
            {say('print.do')}
          </Button>
        ) : undefined
      }
    >
      {session === null ? <p>{say('share.none.more')}</p> : null}
      {isUnread ? (
        <p>
          {say('share.unread', { count: 1 })} {say('share.unread.more')}
        </p>
      ) : null}
      {note ? (
        <div className="sharing-print">
          <div className="sharing-print__ask sat-noprint">
            <p className="muted">
              {say('print.lead')} <a href={toAddress({ screen: 'note', id: screen.id })}>{say('print.back')}</a>
            </p>
            <MarkingChoice
              first={choice}
              value={marking}
              onChange={setChosen}
              error={asked && marking === null ? say('print.marking.missing') : undefined}
            />
          </div>
          <PrintedNote note={note} marking={marking} by="" marked />
        </div>
      ) : null}
    </Screen>
  );
}
