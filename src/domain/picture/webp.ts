import type { ByteView, RasterFacts } from './raster.ts';

export const isWebp = (view: ByteView): boolean => view.starts('RIFF') && view.starts('WEBP', 8);

/** Walks the chunks of a WebP; its size is the largest that any part of it gives. */
export function readWebp(view: ByteView): RasterFacts | null {
  let [width, height, frames, stills] = [0, 0, 0, 0];
  const three = (at: number): number => view.short(at) + view.byte(at + 2) * 65_536;
  const grow = (wide: number, high: number): void => {
    width = Math.max(width, wide);
    height = Math.max(height, high);
  };
  const still = (kind: number, at: number): void => {
    if (view.starts('VP8 ', kind) && view.starts('\x9d\x01\x2a', at + 3)) {
      stills += 1;
      grow(view.short(at + 6) & 0x3fff, view.short(at + 8) & 0x3fff);
    }
    if (view.starts('VP8L', kind) && view.byte(at) === 0x2f) {
      stills += 1;
      const bits = view.long(at + 1);
      grow((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
  };
  for (let at = 12; at + 8 < view.length; ) {
    const [length, inside] = [view.long(at + 4), at + 8];
    if (view.starts('VP8X', at)) grow(1 + three(inside + 4), 1 + three(inside + 7));
    still(at, inside);
    if (view.starts('ANMF', at)) {
      frames += 1;
      grow(2 * three(inside) + three(inside + 6) + 1, 2 * three(inside + 3) + three(inside + 9) + 1);
      // What is drawn in it lies behind its own header, after an optional one for what shines through.
      const first = inside + 16;
      still(first, first + 8);
      if (view.starts('ALPH', first)) {
        const next = first + 8 + view.long(first + 4) + (view.long(first + 4) % 2);
        still(next, next + 8);
      }
    }
    at = inside + length + (length % 2);
  }
  return stills === 0
    ? null
    : { width, height, frames: Math.max(1, frames), scans: 1, cut: view.long(4) + 8 > view.length };
}
