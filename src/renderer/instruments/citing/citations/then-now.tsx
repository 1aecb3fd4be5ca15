import { useMemo } from 'react';
import { toAddress } from '#domain/address.ts';
import { longDay } from '#domain/day.ts';
import { localDay } from '#domain/moment.ts';
import { type CitationState, needsLook } from '#domain/note/citation-state.ts';
import type { Citation } from '#domain/note/record/note.ts';
import { wordDiff } from '#domain/word-diff.ts';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { DiffText } from './diff-text.tsx';

interface ThenNowProps {
  readonly citation: Citation;
  readonly state: CitationState;
  /** `null` where the note is only read. */
  readonly decide: { readonly rely: () => void; readonly keep: () => void } | null;
  readonly onClose: () => void;
}

/** The words that a note relies on beside those that stand there now. */
export function ThenNow({ citation, state, decide, onClose }: ThenNowProps) {
  const say = useSay();
  const { language } = useSettings();
  const { packTitle, title, heading, version, quote, at } = citation;
  const day = localDay(at);
  const changed = state.at === 'changed' ? state.now : null;
  const parts = useMemo(() => wordDiff(quote, changed ? changed.text : quote), [quote, changed]);
  const name = { changed: 'cite.dialog.changed', gone: 'cite.dialog.gone' } as const;
  const dialogTitle = state.at === 'changed' || state.at === 'gone' ? name[state.at] : 'cite.dialog.words';
  return (
    <Dialog
      title={say(dialogTitle)}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        changed || (decide && state.at === 'gone') ? (
          <>
            {changed && decide ? (
              <Button kind="go" onClick={decide.rely}>
                {say('cite.rely')}
              </Button>
            ) : null}
            {decide && needsLook(state) ? <Button onClick={decide.keep}>{say('cite.keep')}</Button> : null}
            {changed ? <a href={toAddress({ screen: 'read', ...changed.place })}>{say('cite.open')}</a> : null}
            {changed && decide ? <span className="small muted sat-thennow__kept">{say('cite.kept.both')}</span> : null}
          </>
        ) : undefined
      }
    >
      <p className="sat-meta sat-thennow__place">
        {[packTitle, title, heading]
          .filter((words, place, all) => words !== '' && all.indexOf(words) === place)
          .join(' › ')}{' '}
        <UnverifiedPack pack={citation.pack} release={citation.release} />
      </p>
      <div className={state.at === 'same' ? undefined : 'sat-thennow'}>
        <section>
          <h3 className="sat-h3">
            {say('cite.then')}{' '}
            <span className="muted">
              {say('cite.then.what', { version, day: day === null ? at : longDay(day, language) })}
            </span>
          </h3>
          <DiffText parts={parts} show="then" />
        </section>
        {state.at === 'same' ? null : (
          <section>
            <h3 className="sat-h3">
              {say('cite.now')}{' '}
              {changed ? <span className="muted">{say('cite.now.what', { version: changed.version })}</span> : null}
            </h3>
            {changed ? <DiffText parts={parts} show="now" /> : null}
            {changed && parts.every(({ kind }) => kind === 'same') ? <p>{say('cite.whitespace')}</p> : null}
            {state.at === 'gone' ? <p>{say('cite.now.gone', { pack: packTitle })}</p> : null}
            {state.at === 'packGone' ? <p>{say('cite.now.packGone', { pack: packTitle })}</p> : null}
          </section>
        )}
      </div>
    </Dialog>
  );
}
