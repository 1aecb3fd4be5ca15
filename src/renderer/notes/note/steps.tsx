import type { Status } from '#domain/note/choices.ts';
import { registerState } from '#domain/note/register.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';
import { Icon } from '#ui/icon.tsx';

const WALK: readonly Status[] = ['idea', 'planned', 'ready', 'running', 'analysed', 'decided', 'shared'];

/** The steps that a walk shows: stopped stands in the place of running, archived in that of shared. */
function stepsOf(status: Status): readonly Status[] {
  if (status === 'stopped') return WALK.map((step) => (step === 'running' ? 'stopped' : step));
  return status === 'archived' ? WALK.map((step) => (step === 'shared' ? 'archived' : step)) : WALK;
}

export function Steps() {
  const say = useSay();
  const status = useNote((note) => note.status);
  const isUnread = useNote((note) => registerState(note) === 'unread');
  const steps = stepsOf(status);
  const now = steps.indexOf(status);
  // A newer Satchel has steps that are not among these.
  if (isUnread) return null;
  return (
    <ol className="note-steps" aria-label={say('note.steps')}>
      {steps.map((step, at) => (
        <li
          key={step}
          className={at < now ? 'is-done' : at === now ? 'is-now' : undefined}
          aria-current={at === now ? 'step' : undefined}
        >
          {at < now && <Icon name="tick" />}
          {at === now ? (
            say(`status.${step}`)
          ) : (
            // Narrow windows show the name of the present step only; screen readers hear all.
            <>
              <span className="sat-notnarrow" aria-hidden="true">
                {say(`status.${step}`)}
              </span>
              <span className="vh">
                {say(at < now ? 'note.step.done' : 'note.step', { step: say(`status.${step}`) })}
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
