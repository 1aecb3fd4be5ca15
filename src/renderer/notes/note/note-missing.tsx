import { ALL_NOTES, toAddress } from '#domain/address.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { binNotes } from '#store/notes/notes.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Screen } from '#ui/screen.tsx';

/** Where no note stands at the address, or one that this Satchel cannot show. */
export function NoteMissing({ at, newer = false }: { readonly at: string; readonly newer?: boolean }) {
  const say = useSay();
  const words = newer ? 'note.newer' : 'note.gone';
  return (
    <Screen at={at} title={say(words)} head="hidden">
      <Empty
        heading={say(words)}
        action={
          <a className="govuk-button govuk-button--secondary" href={toAddress(ALL_NOTES)}>
            {say('note.all')}
          </a>
        }
      >
        {say(newer ? 'note.newer.more' : 'note.gone.more')}
      </Empty>
    </Screen>
  );
}

/** A note in the bin can be put back and is not written. */
export function NoteBinned({ at, id, title }: { readonly at: string; readonly id: string; readonly title: string }) {
  const say = useSay();
  const name = title.trim() || say('notes.untitled');
  const putBack = async (): Promise<void> => {
    const back = await binNotes([id], false);
    tellOutcome(back.ok ? say('note.binned.undone') : problemWords(back.problem, say).fact);
  };
  return (
    <Screen at={at} title={name}>
      <Empty
        heading={say('note.binned')}
        action={
          <Button kind="go" onClick={() => void putBack()}>
            {say('note.binned.undo')}
          </Button>
        }
      >
        {say('note.binned.more')}
      </Empty>
    </Screen>
  );
}
