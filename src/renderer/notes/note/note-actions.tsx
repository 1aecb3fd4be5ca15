import { toAddress } from '#domain/address.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import { useOpenNote } from '#store/notes/note-context.ts';
import { useFrame } from '#ui/frame.ts';
import { Icon } from '#ui/icon.tsx';
import { NoteMore } from './note-more.tsx';

/** What is done with a whole note. To print leads to the view in which it is printed. */
export function NoteActions() {
  const say = useSay();
  const { go } = useFrame();
  const { id } = useOpenNote().row();
  useCommandHandler('print', () => go(toAddress({ screen: 'note', id, view: 'print' })));
  useCommandHandler('share', () => go(toAddress({ screen: 'share', notes: [id] })));
  return (
    <>
      <a className="sat-btn" href={toAddress({ screen: 'share', notes: [id] })}>
        <Icon name="share" small />
        {say('share.open')}
      </a>
      <NoteMore />
    </>
  );
}
