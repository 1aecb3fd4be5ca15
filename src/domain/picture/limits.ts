/** What one picture may cost, whatever it is drawn on. A screen of the largest laptop has eight million pixels. */
export const PICTURE_LIMITS = {
  /** Pixels of one frame: 16,384 by 16,384. Above, Chromium draws nothing. */
  pixels: 2 ** 28,
  /** Pixels of one side, as much as JPEG can say. */
  side: 65_535,
  frames: 2_000,
  /** Pixels of all frames. */
  framePixels: 2 ** 31,
  /** Passes of a progressive JPEG: each costs all of its pixels. */
  scans: 100,
  /** Of a drawing. */
  svg: {
    elements: 100_000,
    /** Elements in elements. */
    nesting: 100,
    /** Elements in elements and what they refer to. */
    chain: 256,
    attributes: 500,
    /** Selectors of its styles, and elements that they choose. */
    selectors: 5_000,
    matches: 500_000,
    /** Elements that are looked at to know which they choose. */
    looks: 20_000_000,
    /** How much longer one side is than the other. */
    ratio: 100,
    side: 32_767,
    number: 1e9,
    /** Microseconds of painting, as `svg-work.ts` weighs it: about a second in which the window stands still. */
    work: 1_100_000,
    blur: 200,
    radius: 50,
    octaves: 8,
    order: 9,
    /** Of a filter's region, beside what it is on. */
    region: 10,
    fontSize: 10_000,
  },
} as const;
