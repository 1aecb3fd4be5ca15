import { useEffect, useState } from 'react';

interface BlobImageProps {
  readonly sha256: string | undefined;
  readonly alt: string;
  /** CSS pixels, where they are known beforehand: then nothing jumps. */
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
  /** `null` where there is no such picture. */
  readonly load: (sha256: string) => Promise<Blob | null>;
  /** What stands in place of a picture that is not there. */
  readonly missing: string;
}

/** A picture from its bytes on this laptop. */
export function BlobImage({ sha256, alt, width, height, load, missing }: BlobImageProps) {
  const [url, setUrl] = useState<string | null>();

  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    if (sha256 === undefined) setUrl(null);
    else {
      void load(sha256).then((blob) => {
        if (gone) return;
        made = blob ? URL.createObjectURL(blob) : null;
        setUrl(made);
      });
    }
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256, load]);

  if (url === null) return <span className="sat-missing">{missing}</span>;
  if (url === undefined && width && height) {
    const place = { inlineSize: `${width}px`, aspectRatio: `${width} / ${height}` };
    return <span className="sat-picture sat-picture--coming" role="img" aria-label={alt} style={place} />;
  }
  return <img className="sat-picture" src={url} alt={alt} width={width} height={height} decoding="async" />;
}
