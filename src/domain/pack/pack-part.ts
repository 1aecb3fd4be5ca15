import type { Manifest } from './manifest.ts';

export interface PackImage {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One bounded piece of a pack, every byte of it verified. `done` and `total` are expanded bytes. */
export type PackPart = { readonly done: number; readonly total: number } & (
  | { readonly part: 'manifest'; readonly manifest: Manifest; readonly hash: string }
  /** Page bodies (`page.ts`), one JSON document a line, UTF-8; at most `LIMITS.packPart` unless one page is larger. */
  | { readonly part: 'pages'; readonly bytes: Uint8Array }
  /** Pictures; together at most `LIMITS.packPart` unless it is one. */
  | { readonly part: 'images'; readonly images: readonly PackImage[] }
  /** Terms (`glossary.ts`) as one JSON document. */
  | { readonly part: 'glossary'; readonly bytes: Uint8Array }
  | { readonly part: 'end' }
);

/** The content that a part carries; none in its first and last. */
export function blobsOf(part: PackPart): readonly Uint8Array[] {
  if (part.part === 'images') return part.images.map(({ bytes }) => bytes);
  return 'bytes' in part ? [part.bytes] : [];
}
