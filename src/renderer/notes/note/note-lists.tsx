import { ALL_NOTES, toAddress } from '#domain/address.ts';
import { VIEWS } from '#domain/note/register.ts';
import { shortened } from '#domain/shortened.ts';
import { useSay } from '#kit/words.ts';
import { useOpenNote } from '#store/notes/note-context.ts';
import { useRegisterOf } from '#store/notes/notes.ts';
import { useOpened } from '#store/own/opened.ts';
import { ContextList } from '#ui/screen.tsx';

const OPEN = 5;
const NAMES = ['all', 'running', 'waiting', 'stopped'] as const satisfies readonly (keyof typeof VIEWS)[];

/** Under the places: the lists of experiments, and the notes opened lately. Uncounted, as to count reads every note. */
export function NoteLists() {
  const say = useSay();
  const { id: here } = useOpenNote().row();
  const open = useRegisterOf((useOpened() ?? []).slice(0, OPEN)) ?? [];
  return (
    <>
      <ContextList
        heading={say('notes.title')}
        items={NAMES.map((name) => ({
          key: name,
          href: toAddress({ ...ALL_NOTES, ...VIEWS[name] }),
          label: say(`register.view.${name}`),
        }))}
      />
      {open.length > 0 && (
        <ContextList
          heading={say('register.opened')}
          items={open.map(({ id, question }) => ({
            key: id,
            href: toAddress({ screen: 'note', id }),
            label: shortened(question) || say('notes.untitled'),
            current: id === here,
          }))}
        />
      )}
    </>
  );
}
