import type { ByteView, RasterFacts } from './raster.ts';

export const isGif = (view: ByteView): boolean => view.starts('GIF87a') || view.starts('GIF89a');

/** Bytes of a colour table, by the flags before it. */
const tableOf = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Walks the blocks of a GIF; its size is that of the screen or of the frame that reaches furthest. */
export function readGif(view: ByteView): RasterFacts | null {
  if (view.length < 13) return null;
  let [width, height] = [view.short(6), view.short(8)];
  let frames = 0;
  let cut = true;
  const past = (from: number): number => {
    let at = from;
    while (at < view.length && view.byte(at) !== 0) at += 1 + view.byte(at);
    return at + 1;
  };
  for (let at = 13 + tableOf(view.byte(10)); at < view.length; ) {
    const block = view.byte(at);
    if (block === 0x21) at = past(at + 2);
    else if (block === 0x2c && at + 10 < view.length) {
      frames += 1;
      width = Math.max(width, view.short(at + 1) + view.short(at + 5));
      height = Math.max(height, view.short(at + 3) + view.short(at + 7));
      at = past(at + 11 + tableOf(view.byte(at + 9)));
    } else {
      cut = block !== 0x3b;
      break;
    }
  }
  return frames === 0 ? null : { width, height, frames, scans: 1, cut };
}
