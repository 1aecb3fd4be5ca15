import type { ByteView, RasterFacts } from './raster.ts';

export const isJpeg = (view: ByteView): boolean => view.starts('\xff\xd8\xff');

/** Markers without a length. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Walks the segments of a JPEG to its end, and counts its passes; `null` where there is no one frame or no pixels. */
export function readJpeg(view: ByteView): RasterFacts | null {
  let size: { readonly width: number; readonly height: number } | null = null;
  let scans = 0;
  let cut = true;
  for (let at = 2; at + 1 < view.length; ) {
    if (view.byte(at) !== 0xff) {
      // Between a pass and the next marker lie its bytes; before the first pass nothing may.
      if (scans === 0) return null;
      at = view.next(0xff, at);
      continue;
    }
    const marker = view.byte(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0 || isAlone(marker)) at += 2;
    else if (marker === 0xd9) {
      cut = false;
      break;
    } else {
      if (at + 3 >= view.length) break;
      const length = view.shortBig(at + 2);
      if (length < 2) return null;
      if (isFrame(marker)) {
        // A second one would be believed by one reader and not by the next.
        if (size !== null || at + 9 >= view.length) return null;
        size = { width: view.shortBig(at + 7), height: view.shortBig(at + 5) };
      }
      if (marker === 0xda) {
        if (size === null) return null;
        scans += 1;
      }
      at += 2 + length;
    }
  }
  return size === null || scans === 0 ? null : { ...size, frames: 1, scans, cut };
}
