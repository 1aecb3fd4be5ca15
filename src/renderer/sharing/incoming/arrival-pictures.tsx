import { useCallback } from 'react';
import { LIMITS } from '#domain/limits.ts';
import type { Note } from '#domain/note/record/note.ts';
import { pictureWords } from '#domain/words/picture-words.ts';
import { useSay } from '#kit/words.ts';
import { loadOfferPicture } from '#store/exchange/bundle-in.ts';
import { NOTE_PICTURES } from '#store/notes/note-files.ts';
import { BlobImage } from '#ui/blob-image.tsx';

const PICTURES: readonly string[] = NOTE_PICTURES;
/** The rest are counted beside the title. */
const SHOWN = 4;

/** The first pictures of a note in a file that is only looked at. */
export function ArrivalPictures({ ticket, files }: { readonly ticket: string; readonly files: Note['files'] }) {
  const say = useSay();
  const load = useCallback((sha256: string) => loadOfferPicture(ticket, sha256), [ticket]);
  const pictures = files.filter(({ type, size }) => PICTURES.includes(type) && size <= LIMITS.noteFile);
  if (pictures.length === 0) return null;
  return (
    <div className="row sharing-arrival__pictures">
      {pictures.slice(0, SHOWN).map(({ sha256, alt, name }) => (
        <BlobImage
          key={sha256}
          sha256={sha256}
          alt={alt || name}
          load={load}
          instead={(why) => (why === null ? say('import.picture.missing') : pictureWords(why, alt || name, say))}
        />
      ))}
    </div>
  );
}
