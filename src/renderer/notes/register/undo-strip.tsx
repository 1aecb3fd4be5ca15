import { problemWords } from '#domain/words/problem-words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';
import { setLastDone, useLastDone } from './last-done.ts';

/** What was last done here, with its way back. */
export function UndoStrip() {
  const say = useSay();
  const last = useLastDone();
  if (!last) return null;
  const close = (): void => {
    document.querySelector<HTMLElement>('#main [data-screen-title]')?.focus();
    setLastDone(null);
  };
  const { fact, more } = 'problem' in last ? problemWords(last.problem, say) : last;
  return (
    <div className="register-done">
      <Strip tone={'problem' in last ? 'bad' : 'ok'} fact={fact}>
        {more}{' '}
        {'undo' in last ? (
          <Button
            kind="tool"
            onClick={() => {
              close();
              void last.undo().then(() => tellOutcome(say('register.undone')));
            }}
          >
            {say('register.undo')}
          </Button>
        ) : null}
      </Strip>
      <IconButton icon="close" label={say('register.dismiss')} onClick={close} />
    </div>
  );
}
