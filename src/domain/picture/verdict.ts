import type { IMAGE_TYPES } from '#domain/pack/manifest.ts';

export type PictureType = (typeof IMAGE_TYPES)[number];

/** What a drawing has too much of. */
export type CostOf =
  | 'elements'
  | 'nesting'
  | 'references'
  | 'points'
  | 'letters'
  | 'dashes'
  | 'filters'
  | 'paints'
  | 'pictures'
  | 'numbers'
  | 'styles';

/** Why a picture is not drawn. */
export type PictureFault =
  /** Nothing that Satchel draws. */
  | { readonly code: 'unknown' }
  | { readonly code: 'damaged' }
  /** In pixels. */
  | { readonly code: 'large'; readonly width: number; readonly height: number }
  | { readonly code: 'frames'; readonly frames: number }
  /** A drawing that holds what could run, fetch or hide; `at` is the place in its text, in UTF-16 units. */
  | { readonly code: 'active'; readonly what: string; readonly at: number }
  /** A drawing that would take too long. */
  | { readonly code: 'costly'; readonly of: CostOf };

/** What a file is by its content, never by its name or by what is said of it. */
export interface PictureVerdict {
  /** `null` where it is no picture. */
  readonly type: PictureType | null;
  /** Pixels, or CSS pixels of a drawing, where it says so. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The file stops before its end. What is there of it may be drawn all the same. */
  readonly cut?: boolean;
  /** Empty where it may be drawn. */
  readonly faults: readonly PictureFault[];
}
