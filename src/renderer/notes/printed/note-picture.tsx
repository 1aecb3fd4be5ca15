import { useEffect, useState } from 'react';
import { readNoteFile } from '#store/note-files.ts';
import { useSay } from '#store/words.ts';

interface NotePictureProps {
  readonly sha256: string;
  readonly type: string;
  readonly alt: string;
}

/** A picture of a note from its bytes on this laptop. `data-coming` until it is known whether there is one. */
export function NotePicture({ sha256, type, alt }: NotePictureProps) {
  const say = useSay();
  const [url, setUrl] = useState<string | null>();
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void readNoteFile(sha256).then((bytes) => {
      if (gone) return;
      made = bytes ? URL.createObjectURL(new Blob([bytes], { type })) : null;
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256, type]);
  if (url === null) {
    return (
      <span className="notes-lost">
        {alt === '' ? say('print.picture.missing.plain') : say('print.picture.missing', { alt })}
      </span>
    );
  }
  if (url === undefined) return <span data-coming="" />;
  return (
    <img
      src={url}
      alt={alt}
      data-coming={loaded ? undefined : ''}
      onLoad={() => setLoaded(true)}
      onError={() => setUrl(null)}
    />
  );
}
