import { type ComponentProps, useEffect, useState } from 'react';
import { loadImage } from '#store/images.ts';
import { useSay } from '#store/words.ts';

/** A picture of the pack, from its bytes on this laptop. Its size is known beforehand, so nothing jumps. */
export function BlobImage({ src, alt = '', width, height }: ComponentProps<'img'>) {
  const say = useSay();
  const [url, setUrl] = useState<string | null>();
  const sha256 = /^blob\/([0-9a-f]{64})$/.exec(typeof src === 'string' ? src : '')?.[1];

  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    if (sha256 === undefined) setUrl(null);
    else {
      void loadImage(sha256).then((blob) => {
        if (gone) return;
        made = blob ? URL.createObjectURL(blob) : null;
        setUrl(made);
      });
    }
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256]);

  if (url === null) {
    return (
      <span className="sat-missing">
        {alt === '' ? say('reader.image.missing.plain') : say('reader.image.missing', { alt })}
      </span>
    );
  }
  if (url === undefined && width && height) {
    const place = { inlineSize: `${width}px`, aspectRatio: `${width} / ${height}` };
    return <span className="sat-picture sat-picture--coming" role="img" aria-label={alt} style={place} />;
  }
  return <img className="sat-picture" src={url} alt={alt} width={width} height={height} decoding="async" />;
}
