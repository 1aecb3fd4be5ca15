import { toAddress } from '#domain/address.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { binNotes } from '#store/notes/notes.ts';
import { Button } from '#ui/button.tsx';
import { setChosen } from './chosen.ts';
import { setLastDone } from './last-done.ts';

interface ChosenActionsProps {
  /** Ids of the ticked notes that are in sight, in their order. */
  readonly ids: readonly string[];
  /** The row that focus goes to when these are gone. */
  readonly onGone: () => void;
}

/** What can be done with the ticked notes. */
export function ChosenActions({ ids, onGone }: ChosenActionsProps) {
  const say = useSay();
  const toBin = async (): Promise<void> => {
    const moved = await binNotes(ids, true);
    if (!moved.ok) {
      setLastDone({ problem: moved.problem });
      return;
    }
    onGone();
    setChosen(new Set());
    const fact = say('register.binned', { count: ids.length });
    tellOutcome(fact);
    setLastDone({
      fact,
      more: say('register.binned.more', { count: ids.length }),
      undo: async () => {
        const back = await binNotes(ids, false);
        if (!back.ok) setLastDone({ problem: back.problem });
      },
    });
  };
  if (ids.length === 0) return null;
  return (
    <>
      <a className="sat-btn" href={toAddress({ screen: 'share', notes: ids })}>
        {say('share.chosen', { count: ids.length })}
      </a>
      <Button kind="tool" onClick={() => void toBin()}>
        {say('register.toBin', { count: ids.length })}
      </Button>
    </>
  );
}
