import { useDeferredValue, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { problemWords } from '#domain/words/problem-words.ts';
import { announce } from '#kit/announce.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useNote, useOpenNote } from '#store/notes/note-context.ts';
import { flushAll, useSaveState } from '#store/notes/note-drafts.ts';
import { useFrame } from '#ui/frame.ts';
import { Icon } from '#ui/icon.tsx';
import { noteWords, savedAt } from './save-words.ts';

/** How the note stands, at the left end of the status bar: saved, its words, its marking. */
export function SaveLine() {
  const say = useSay();
  const saver = useOpenNote();
  const { language } = useSettings();
  const { stateSlot } = useFrame();
  const state = useSaveState();
  const changed = useNote((note) => note.changed);
  const note = useDeferredValue(useNote((one) => one));
  const words = useMemo(() => noteWords(note), [note]);
  const marking = useNote((note) => note.marking);

  const isBegun = useSyncExternalStore(saver.subscribe, () => saver.row().rev > 0);

  const was = useRef(state.at);
  useEffect(() => {
    // Telling each save would talk over the person who types.
    if (state.at === 'notSaved' && was.current !== 'notSaved') {
      const { fact, more } = problemWords(state.problem, say);
      announce(`${say('note.save.not', { reason: fact })} ${more}`, { assertive: true });
    }
    if (state.at === 'saved' && was.current === 'notSaved') announce(say('note.save.again'));
    if (state.at !== 'saving') was.current = state.at;
  }, [state, say]);
  useCommandHandler('save', () => {
    void flushAll(saver).then((saved) => saved && announce(say('note.save.saved')));
  });

  if (!stateSlot) return null;
  return createPortal(
    <>
      {state.at === 'saved' && isBegun && (
        <span>
          <span className="ok">
            <Icon name="tick" small />
          </span>
          <span>
            <b>{say('note.save.saved')}</b> {/* A note of another program may have no date. */}
            {changed === ''
              ? say('note.save.twice.undated')
              : say('note.save.twice', { at: savedAt(changed, new Date(), language) })}
          </span>
        </span>
      )}
      {state.at === 'saving' && (
        <span>
          <Icon name="clock" small />
          {say('note.save.saving')}
        </span>
      )}
      {state.at === 'notSaved' && (
        <span className="bad">
          <Icon name="alert" small />
          <b>{say('note.save.not', { reason: problemWords(state.problem, say).fact })}</b>
        </span>
      )}
      <span>{say('note.words', { count: words })}</span>
      {marking !== null && <span>{marking}</span>}
    </>,
    stateSlot,
  );
}
