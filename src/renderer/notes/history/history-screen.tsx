import { useMemo, useState } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { formatLocale } from '#domain/format-locale.ts';
import { momentWords } from '#domain/moment.ts';
import type { Note } from '#domain/note/record/note.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useNoteSession } from '#store/notes/note-session.ts';
import { useVersions } from '#store/notes/notes.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Screen } from '#ui/screen.tsx';
import { NoteMissing } from '../note/note-missing.tsx';
import { changedParts, noteParts } from './note-parts.ts';
import { VersionView } from './version-view.tsx';
import './history.css';

/** More would fill a line of the list. */
const NAMED = 3;
/** A note of years has thousands of versions: so many are compared at a time. */
const PAGE = 50;

/** How a note stood before: the versions, and what is other in one of them. */
export function HistoryScreen({ screen }: { readonly screen: Extract<At, { screen: 'note' }> }) {
  const say = useSay();
  const session = useNoteSession(screen.id);
  const versions = useVersions(screen.id);
  const at = toAddress(screen);
  if (session === null) return <NoteMissing at={at} />;
  if (!session || !versions) {
    return (
      <Screen at={at} ready={false} title={say('history.open')} head="hidden">
        {null}
      </Screen>
    );
  }
  const title = session.row.note.title || say('notes.untitled');
  return (
    <Screen
      at={at}
      title={say('history.title', { title })}
      lead={say('history.lead')}
      actions={<a href={toAddress({ screen: 'note', id: screen.id })}>{say('history.back')}</a>}
    >
      {versions.length === 0 ? (
        <Empty heading={say('history.none')}>{say('history.none.more')}</Empty>
      ) : (
        <Versions id={screen.id} now={session.row.note} versions={versions} />
      )}
    </Screen>
  );
}

interface VersionsProps {
  readonly id: string;
  readonly now: Note;
  /** Newest first. */
  readonly versions: readonly { readonly rev: number; readonly note: Note }[];
}

function Versions({ id, now, versions }: VersionsProps) {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const [chosen, setChosen] = useState<number>();
  const [most, setMost] = useState(PAGE);
  // One more than is shown, to compare the last with.
  const stages = useMemo(
    () => versions.slice(0, most + 1).map(({ rev, note }) => ({ rev, note, parts: noteParts(note, say, language) })),
    [versions, most, say, language],
  );
  const rest = versions.length - most;
  const nowParts = useMemo(() => noteParts(now, say, language), [now, say, language]);
  const place = Math.max(
    0,
    stages.findIndex(({ rev }) => rev === chosen),
  );
  const version = stages[place];
  const list = new Intl.ListFormat(formatLocale(language));
  const whenOf = (note: Note): string => momentWords(note.changed, today, language, say, { timed: true });
  const summary = (at: number): string => {
    const [older, newer] = [stages[at + 1], stages[at]];
    if (!older || !newer) return say('history.first');
    const labels = [...new Set(changedParts(older.parts, newer.parts).map(({ label }) => label))];
    if (labels.length === 0) return say('history.same');
    const shown = labels.length > NAMED ? [...labels.slice(0, NAMED), '…'] : labels;
    return say('history.changed', { fields: list.format(shown) });
  };
  return (
    <div className="history">
      <nav aria-label={say('history.list')}>
        <ul className="plain">
          {stages.slice(0, most).map(({ rev, note }, at) => (
            <li key={rev}>
              <button
                type="button"
                className="history__item"
                aria-current={at === place ? 'true' : undefined}
                onClick={() => setChosen(rev)}
              >
                <b>{whenOf(note)}</b>
                <span className="small muted">{summary(at)}</span>
              </button>
            </li>
          ))}
        </ul>
        {rest > 0 ? (
          <Button kind="tool" onClick={() => setMost(most + PAGE)}>
            {say('history.older', { count: Math.min(rest, PAGE) })}
          </Button>
        ) : null}
      </nav>
      {version ? (
        <VersionView
          id={id}
          now={now}
          nowParts={nowParts}
          version={version.note}
          parts={version.parts}
          older={stages[place + 1]?.parts}
          when={whenOf(version.note)}
        />
      ) : null}
    </div>
  );
}
