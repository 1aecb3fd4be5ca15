import type { ComponentProps } from 'react';
import { BlobImage, type BlobImageProps, type NotDrawn } from './blob-image.tsx';
import { DeadLink, MissingImage } from './dead.tsx';

interface TreeWords {
  /** What is told of a link that leads nowhere, or to an address that is not opened. */
  readonly dead: (address: string | undefined) => string;
  /** What stands where the picture is missing; `alt` is '' where it has no words. */
  readonly missing: (alt: string) => string;
}

interface TreeImageProps<Why> extends ComponentProps<'img'> {
  readonly load: BlobImageProps<Why>['load'];
  readonly say: { readonly missing: (alt: string, why: Why | NotDrawn | null) => string };
}

/** A picture of a tree: `blob/<sha256>`. */
export const TreeImage = <Why extends object>({ src, alt = '', width, height, load, say }: TreeImageProps<Why>) => (
  <BlobImage
    sha256={/^blob\/([0-9a-f]{64})$/.exec(typeof src === 'string' ? src : '')?.[1]}
    alt={alt}
    width={width}
    height={height}
    load={load}
    instead={(why) => say.missing(alt, why)}
  />
);

interface TreeSpanProps extends ComponentProps<'span'> {
  readonly 'data-dead'?: string;
  readonly say: TreeWords;
}

/** A span of a tree: words that were a link or a picture, or any other. */
export function TreeSpan({ say, children, ...props }: TreeSpanProps) {
  if (props.className === 'dead-link') return <DeadLink say={say.dead(props['data-dead'])}>{children}</DeadLink>;
  if (props.className === 'dead-image') return <MissingImage say={say.missing('')}>{children}</MissingImage>;
  return <span {...props}>{children}</span>;
}
