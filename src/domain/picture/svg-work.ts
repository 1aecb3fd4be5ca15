/**
 * What drawing takes, measured as processor time of the window and its graphics process in Electron 33 without a
 * graphics card, on two shared cores, with a picture 900 pixels wide; rounded up. In microseconds where nothing else is
 * said, and in nanoseconds for each pixel.
 */
export const WORK = {
  /** A shape of nine pixels: read, laid out, drawn for each tile that it touches. */
  shape: 35,
  group: 25,
  /** Pieces of text, and what has a view of its own. */
  text: 100,
  view: 180,
  stop: 12,
  /** A shape that shines through, that a gradient fills, or that is cut along a curve. */
  tint: 30,
  /** A point of a path of which nothing is seen, and each pixel that the path goes. */
  point: 1.5,
  linePixel: 0.14,
  /** A point that may be anywhere: a line across the screen. */
  farPoint: 200,
  letter: 8,
  largeLetter: 45,
  /** A letter put in a place of its own; one along a path, and each point of that path. */
  placedLetter: 95,
  pathLetter: 60,
  pathPoint: 80,
  /** A font of one family, size, weight and scale that is made ready. */
  font: 1_100,
  dash: 2.5,
  /** A layer; what is cut out by one shape; a filter. */
  layer: 400,
  clip: 50,
  filter: 600,
  /** For each pixel. */
  fillPixel: 0.22,
  gradientPixel: 2.6,
  patternPixel: 7,
  /** Of a pattern before it is laid out, for each shape. */
  tilePixel: 27,
  layerPixel: 2.5,
  /** Of a layer that has layers in it: its memory is new each time. */
  nestedPixel: 28,
  maskPixel: 7,
  imagePixel: 5,
  /** A pixel of a picture inside, taken out of its file. */
  decodedPixel: 15,
  /** A pixel of a filter, beside its steps. */
  filterPixel: 30,
  filterStep: {
    feOffset: 2,
    feMerge: 2,
    feMergeNode: 2,
    feFlood: 3,
    feTile: 3,
    feColorMatrix: 10,
    feComponentTransfer: 20,
    feGaussianBlur: 80,
    feComposite: 50,
    feBlend: 50,
    feDisplacementMap: 70,
    feDropShadow: 100,
    feDiffuseLighting: 110,
    feSpecularLighting: 300,
    feTurbulence: 50,
    feConvolveMatrix: 10,
    feMorphology: 100,
  },
  /** Of those steps, for one octave and one number of the matrix. */
  octave: 15,
  tap: 33,
  /** For each pixel that a blur spreads, or a morphology looks: tiles are drawn with what is round them. */
  blurReach: 5,
  lookReach: 22,
} as const;

/** A screen that a picture fills: what is larger than this is not seen at once. */
export const SCREEN = { width: 1_000, pixels: 1_000_000 } as const;
/** Pixels of a pattern that are kept, whatever its size. */
export const TILE = 2_048 * 2_048;
/** How many times a filter is worked out where its tiles reach over one another. */
export const OVERLAP = 10;
