import { besideAddress, type Place } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import { useOpenNote } from '#store/notes/note-context.ts';
import { useFrame } from '#ui/frame.ts';
import './beside.css';

/** After a link to guidance: opens it in the panel, where the note stays in sight. */
export function ReadBeside({ place, title }: { readonly place: Place; readonly title: string }) {
  const say = useSay();
  const { go } = useFrame();
  const { id } = useOpenNote().row();
  return (
    <button
      type="button"
      className="sat-linkbtn small sat-readbeside"
      aria-label={say('beside.read.of', { title })}
      onClick={() => go(besideAddress(id, place), 'replace')}
    >
      {say('beside.read')}
    </button>
  );
}
