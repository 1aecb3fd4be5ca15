import { pictureWords } from '#domain/words/picture-words.ts';
import { useSay } from '#kit/words.ts';
import { loadNotePicture } from '#store/notes/note-files.ts';
import { BlobImage } from '#ui/blob-image.tsx';

/** A picture of a note from its bytes on this laptop, of the kind that they are. */
export function NotePicture({ sha256, alt }: { readonly sha256: string; readonly alt: string }) {
  const say = useSay();
  const missing = alt === '' ? say('print.picture.missing.plain') : say('print.picture.missing', { alt });
  return (
    <BlobImage
      sha256={sha256}
      alt={alt}
      load={loadNotePicture}
      instead={(why) => (why === null ? missing : pictureWords(why, alt, say))}
    />
  );
}
