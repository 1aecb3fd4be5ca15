import { useEffect, useState } from 'react';
import { crowds, type Place } from './picture-room.ts';

/** A picture, and the pixels that it takes once it is drawn. */
export interface LoadedPicture {
  readonly blob: Blob;
  readonly pixels: number;
}

/** Why a picture cannot be drawn, beyond what is known of its file. */
export type NotDrawn = 'broken' | 'crowded';

export interface BlobImageProps<Why> {
  readonly sha256: string | undefined;
  readonly alt: string;
  /** CSS pixels, where they are known beforehand: then nothing jumps. */
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
  /** `null` where there is no such picture; else why it is not drawn. */
  readonly load: (sha256: string) => Promise<LoadedPicture | Why | null>;
  /** What stands in place of a picture that is not there, may not be drawn, or cannot be. */
  readonly instead: (why: Why | NotDrawn | null) => string;
}

type State<Why> = { readonly url: string } | { readonly why: Why | NotDrawn | null } | undefined;

/** A picture from its bytes on this laptop. `data-coming` until it is drawn, or until it is known that it is not. */
export function BlobImage<Why extends object>({ sha256, alt, width, height, load, instead }: BlobImageProps<Why>) {
  const [state, setState] = useState<State<Why>>();
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    const place: Place = {};
    const take = (loaded: LoadedPicture | Why | null): void => {
      if (gone) return;
      setDrawn(false);
      if (loaded === null || !('blob' in loaded)) {
        setState({ why: loaded });
        return;
      }
      if (crowds(place, loaded.pixels)) {
        setState({ why: 'crowded' });
        return;
      }
      made = URL.createObjectURL(loaded.blob);
      setState({ url: made });
    };
    if (sha256 === undefined) take(null);
    else
      load(sha256).then(take, (error: unknown) => {
        if (!gone) setState({ why: 'broken' });
        reportError(error);
      });
    return () => {
      gone = true;
      crowds(place, 0);
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256, load]);

  const size = sizeOf(width, height);
  if (state === undefined) {
    if (!size) return <span data-coming="" />;
    const place = { inlineSize: `${size.width}px`, aspectRatio: `${size.width} / ${size.height}` };
    return (
      <span data-coming="" className="sat-picture sat-picture--coming" role="img" aria-label={alt} style={place} />
    );
  }
  if ('why' in state) return <span className="sat-missing">{instead(state.why)}</span>;
  return (
    <img
      className="sat-picture"
      src={state.url}
      alt={alt}
      {...size}
      decoding="async"
      data-coming={drawn ? undefined : ''}
      onLoad={() => setDrawn(true)}
      onError={() => setState({ why: 'broken' })}
    />
  );
}

/** Sides beyond this, or one so many times the other, would make a page without an end. */
const LONGEST = 65_535;
const MOST_TIMES = 100;

/** Both sides as numbers where they are believable. */
function sizeOf(
  width: number | string | undefined,
  height: number | string | undefined,
): { readonly width: number; readonly height: number } | null {
  const size = { width: Number(width ?? 0), height: Number(height ?? 0) };
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  return short >= 1 && long <= LONGEST && long / short <= MOST_TIMES ? size : null;
}
