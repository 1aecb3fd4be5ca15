import { useId, useMemo, useState } from 'react';
import { bringBack } from '#domain/note/bring-back.ts';
import type { Note } from '#domain/note/record/note.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { wordDiff } from '#domain/word-diff.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { DiffText } from '#instruments/citing/citations/diff-text.tsx';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { changeKeeping } from '#store/notes/note-history.ts';
import { saverOf } from '#store/notes/note-session.ts';
import { Button } from '#ui/button.tsx';
import { changedParts, type NotePart } from './note-parts.ts';
import '#instruments/citing/citations/citations.css';

interface VersionViewProps {
  readonly id: string;
  readonly now: Note;
  readonly nowParts: readonly NotePart[];
  readonly version: Note;
  readonly parts: readonly NotePart[];
  /** The version before; absent for the oldest. */
  readonly older: readonly NotePart[] | undefined;
  readonly when: string;
}

const SIDES = ['now', 'before'] as const;

/** One version, word by word beside the note as it is now or beside the version before. */
export function VersionView({ id, now, nowParts, version, parts, older, when }: VersionViewProps) {
  const say = useSay();
  const name = useId();
  const [asked, setSide] = useState<(typeof SIDES)[number]>('now');
  const side = older ? asked : 'now';
  const changes = useMemo(
    () =>
      (side === 'before' && older ? changedParts(older, parts) : changedParts(parts, nowParts)).map((part) => ({
        ...part,
        diff: wordDiff(part.before, part.text),
      })),
    [side, older, parts, nowParts],
  );
  const patch = bringBack(now, version);
  // What this Satchel cannot read of either would be written over by what stands in its place.
  const isClosed = isForReading(now) || isForReading(version);
  const bring = async (): Promise<void> => {
    if (Object.keys(patch).length === 0) {
      tellOutcome(say('history.bring.same'));
      return;
    }
    const saver = await saverOf(id);
    const state = saver && (await changeKeeping(saver, patch));
    if (state?.at === 'notSaved') {
      tellOutcome(say('history.refused', { reason: problemWords(state.problem, say).fact }));
    } else tellOutcome(say('history.brought', { when }));
  };
  return (
    <section className="history__version" aria-labelledby={name}>
      <h2 className="sat-h2" id={name}>
        {say('history.version', { when })}
      </h2>
      {older ? (
        <fieldset className="history__sides">
          <legend className="small muted">{say('history.compare')}</legend>
          <span className="sat-btnset">
            {SIDES.map((one) => (
              <Button key={one} kind="tool" aria-pressed={one === side} onClick={() => setSide(one)}>
                {say(`history.with.${one}`)}
              </Button>
            ))}
          </span>
        </fieldset>
      ) : null}
      {changes.length === 0 ? <p>{say(`history.equal.${side}`)}</p> : null}
      {changes.map(({ key, label, diff }) => (
        <section key={key} className="history__part">
          <h3 className="sat-h3">{label}</h3>
          <DiffText parts={diff} show="both" />
        </section>
      ))}
      <div className="history__do">
        {isClosed ? (
          <p className="small muted">{say('note.unread')}</p>
        ) : (
          <>
            <Button icon="history" onClick={() => void bring()}>
              {say('history.bring')}
            </Button>
            <p className="small muted">
              {say('history.bring.more')} {now.plan ? say('history.bring.locked') : null}
            </p>
          </>
        )}
      </div>
    </section>
  );
}
