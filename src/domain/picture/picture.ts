import { isGif, readGif } from './gif.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { isPng, readPng } from './png.ts';
import { rasterVerdict, viewOf } from './raster.ts';
import { isSvg, svgVerdict } from './svg.ts';
import type { PictureVerdict } from './verdict.ts';
import { isWebp, readWebp } from './webp.ts';

/**
 * The one check of pictures: what a file is by its content, and whether it may be drawn. Used where pictures come in
 * (lint, build, installation, notes) and before any is drawn. Its time grows with the length of the file alone.
 */
export function checkPicture(bytes: Uint8Array): PictureVerdict {
  const view = viewOf(bytes);
  if (isPng(view)) return rasterVerdict('image/png', readPng(view));
  if (isGif(view)) return rasterVerdict('image/gif', readGif(view));
  if (isJpeg(view)) return rasterVerdict('image/jpeg', readJpeg(view));
  if (isWebp(view)) return rasterVerdict('image/webp', readWebp(view));
  if (!isSvg(new TextDecoder().decode(bytes.subarray(0, HEAD)))) return { type: null, faults: [{ code: 'unknown' }] };
  const text = decoded(bytes);
  if (text === null) {
    return { type: 'image/svg+xml', faults: [{ code: 'active', what: 'bytes that are not UTF-8', at: 0 }] };
  }
  return svgVerdict(text, (address) => {
    const inside = checkPicture(embedded(address));
    // A drawing in a drawing in a drawing would never end.
    return inside.type === 'image/svg+xml' ? { type: null, faults: [{ code: 'unknown' }] } : inside;
  });
}

/** Bytes in which a drawing has begun. */
const HEAD = 64 * 1024;

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (const [value, letter] of [...LETTERS].entries()) VALUES[letter.charCodeAt(0)] = value;

/** The bytes of a `data:` address; it may hold no drawing, so what is no raster picture is none. */
function embedded(address: string): Uint8Array {
  const from = address.indexOf(',') + 1;
  const bytes = new Uint8Array(Math.ceil(((address.length - from) * 3) / 4));
  let [bits, held, length] = [0, 0, 0];
  for (let at = from; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    const value = code < 128 ? (VALUES[code] ?? 255) : 255;
    if (value === 255) {
      if (/[\s=]/.test(address[at] ?? '')) continue;
      return new Uint8Array(0);
    }
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length] = (bits >> held) & 0xff;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}
