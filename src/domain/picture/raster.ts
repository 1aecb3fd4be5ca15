import { PICTURE_LIMITS } from './limits.ts';
import type { PictureFault, PictureType, PictureVerdict } from './verdict.ts';

/** What the header and the parts of a raster picture say. */
export interface RasterFacts {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Passes over all pixels. */
  readonly scans: number;
  /** The file stops before its end; what is there of it is drawn. */
  readonly cut: boolean;
}

/** Holds what a picture says of itself beside what may be drawn; `null`: its header cannot be read. */
export function rasterVerdict(type: PictureType, facts: RasterFacts | null): PictureVerdict {
  if (facts === null || facts.width < 1 || facts.height < 1) return { type, faults: [{ code: 'damaged' }] };
  const { width, height, frames, scans, cut } = facts;
  const faults: PictureFault[] = [];
  const pixels = width * height;
  if (Math.max(width, height) > PICTURE_LIMITS.side || pixels > PICTURE_LIMITS.pixels) {
    faults.push({ code: 'large', width, height });
  } else if (
    frames > PICTURE_LIMITS.frames ||
    pixels * frames > PICTURE_LIMITS.framePixels ||
    scans > PICTURE_LIMITS.scans
  ) {
    faults.push({ code: 'frames', frames: Math.max(frames, scans) });
  }
  return { type, size: { width, height }, ...(cut ? { cut } : {}), faults };
}

/** The bytes of a file as numbers and short words; past its end stand zeros. */
export interface ByteView {
  readonly length: number;
  readonly byte: (at: number) => number;
  /** Two bytes, the smaller first. */
  readonly short: (at: number) => number;
  /** Two bytes, the greater first. */
  readonly shortBig: (at: number) => number;
  readonly long: (at: number) => number;
  readonly longBig: (at: number) => number;
  readonly starts: (text: string, at?: number) => boolean;
  /** Where a byte stands next; past the end where it does not. */
  readonly next: (byte: number, from: number) => number;
}

export function viewOf(bytes: Uint8Array): ByteView {
  const byte = (at: number): number => bytes[at] ?? 0;
  const shortBig = (at: number): number => byte(at) * 256 + byte(at + 1);
  const short = (at: number): number => byte(at + 1) * 256 + byte(at);
  return {
    length: bytes.length,
    byte,
    short,
    shortBig,
    long: (at) => short(at + 2) * 65_536 + short(at),
    longBig: (at) => shortBig(at) * 65_536 + shortBig(at + 2),
    starts: (text, at = 0) => {
      for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
      return true;
    },
    next: (wanted, from) => {
      const at = bytes.indexOf(wanted, from);
      return at < 0 ? bytes.length : at;
    },
  };
}
