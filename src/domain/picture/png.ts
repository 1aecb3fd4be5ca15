import type { ByteView, RasterFacts } from './raster.ts';

/** Signature and header chunk, which comes first. */
const HEADER = 33;

/** Depths that each kind of colour may have. */
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

export const isPng = (view: ByteView): boolean => view.starts('\x89PNG\r\n\x1a\n');

/** Walks the chunks of a PNG; `null` where it has no sound header or no pixels. */
export function readPng(view: ByteView): RasterFacts | null {
  if (view.length < HEADER || view.longBig(8) !== 13 || !view.starts('IHDR', 12)) return null;
  if (!DEPTHS.get(view.byte(25))?.includes(view.byte(24))) return null;
  const [width, height] = [view.longBig(16), view.longBig(20)];
  let frames = 0;
  let hasPixels = false;
  let cut = true;
  for (let at = HEADER; at + 12 <= view.length; at += 12 + view.longBig(at)) {
    if (view.starts('IHDR', at + 4)) return null;
    if (view.starts('IDAT', at + 4)) hasPixels = true;
    // Each frame of a moving picture; what it says beforehand of their number is not believed.
    if (view.starts('fcTL', at + 4)) frames += 1;
    if (view.starts('IEND', at + 4)) {
      cut = false;
      break;
    }
  }
  return hasPixels ? { width, height, frames: Math.max(1, frames), scans: 1, cut } : null;
}
