import type { Drawn } from './svg-document.ts';
import { SHAPES } from './svg-names.ts';
import type { Effects } from './svg-values.ts';
import { OVERLAP, SCREEN, TILE, WORK } from './svg-work.ts';
import type { CostOf } from './verdict.ts';

/** Microseconds, whatever the size, by what a drawing has too much of. */
const FIXED = ['elements', 'points', 'letters', 'dashes', 'filters', 'paints', 'pictures'] as const;
/** What is drawn for one element once all that it refers to is followed. */
const COUNTED = ['shapes', 'vague', 'corners', 'length', 'signs', 'texts', 'unscaled', 'tile', 'tiled'] as const;
/** In user units, or microseconds for each user unit times a pixel: as much longer as the element is drawn larger. */
const LONG = ['outline', 'turns', 'spread'] as const;
/** The same for square units. */
const WIDE = ['area', 'knots', 'square', 'filled', 'filtered'] as const;
/** Microseconds, were each line and each shape as large as the screen. */
const MOST_SEEN = ['outlineMost', 'filledMost', 'filteredMost', 'spreadMost'] as const;
/** How many layers lie in one another. */
const DEEPEST = ['deep'] as const;

/**
 * `vague` are the shapes whose size is not known; `length` is of outlines in units of their own; `signs` are letters,
 * `turns` and `knots` points times the scale that they are drawn at and its square; `square` is of the diagonal of a shape that is alone.
 */
export type Cost = Record<
  | (typeof FIXED)[number]
  | (typeof COUNTED)[number]
  | (typeof LONG)[number]
  | (typeof WIDE)[number]
  | (typeof MOST_SEEN)[number]
  | (typeof DEEPEST)[number],
  number
>;
const KEYS = [...FIXED, ...COUNTED, ...LONG, ...WIDE, ...MOST_SEEN];
const NOTHING = Object.freeze(Object.fromEntries([...KEYS, ...DEEPEST].map((key) => [key, 0]))) as Cost;
const nothing = (): Cost => ({ ...NOTHING });

/** Microseconds, by what they are for. */
export type Work = Readonly<Record<(typeof FIXED)[number], number>>;

/** Microseconds of all, and what most of them are for. */
export function largest(work: Work): readonly [number, CostOf] {
  let [sum, most, of]: [number, number, CostOf] = [0, 0, 'elements'];
  for (const name of FIXED) {
    // Without bounds times nothing is no number; that is too much too.
    const time = Number.isNaN(work[name]) ? Number.POSITIVE_INFINITY : work[name];
    sum += time;
    if (time > most) [most, of] = [time, name];
  }
  return [sum, of];
}

const us = (nanoseconds: number): number => nanoseconds / 1_000;

/** How much longer the lines round a letter are than it is high: with all that dashes go along, and as it is drawn. */
const OUTLINE = 10;
const OUTLINE_SEEN = 3;
/** How much longer a line gets at each of its points, in widths of it; and each of its dashes. */
const AROUND = 1.2;
const AROUND_DASH = 8;
/** Dashes that Chromium draws of one line. */
const MOST_DASHES = 1_000_000;

const GRADIENT = /Gradient$/;
const TEXT = /^(?:text|tspan|textPath|a)$/;

/** What an element takes without anything that it holds or names. */
export function ownCost({ tag, shape, letters }: Drawn, own: Effects, unit: number, font: number): Cost {
  const sum = nothing();
  const { points, length, percent, width, height } = shape;
  const isText = TEXT.test(tag);
  sum.elements =
    tag === 'stop'
      ? WORK.stop
      : isText
        ? WORK.text
        : VIEWS.has(tag)
          ? WORK.view
          : SHAPES.has(tag) || tag === 'use'
            ? WORK.shape
            : WORK.group;
  if (isText) {
    sum.signs = letters;
    sum.texts = letters > 0 ? 1 : 0;
    sum.letters = letters * WORK.letter + points * WORK.placedLetter;
    sum.outline = letters * font * OUTLINE_SEEN;
    sum.outlineMost = letters * WORK.largeLetter;
  }
  if (!SHAPES.has(tag)) return sum;
  sum.shapes = 1;
  if (isText) return { ...sum, vague: 1, square: Number.POSITIVE_INFINITY };
  sum.corners = points;
  sum.length = length + (percent * unit) / 100;
  sum.points = points * WORK.point;
  const weight = us(tag === 'image' ? WORK.imagePixel : WORK.fillPixel);
  if (own.resized || !Number.isFinite(width + height)) {
    sum.vague = 1;
    sum.points += points * WORK.farPoint;
    sum.paints += weight * SCREEN.pixels;
    sum.square = Number.POSITIVE_INFINITY;
    return sum;
  }
  // Straight sides are filled without going along them.
  sum.outline = sum.length * (tag === 'rect' || tag === 'image' ? 0.2 : 1);
  sum.turns = points;
  sum.knots = points;
  sum.outlineMost = points * WORK.farPoint;
  sum.area = width * height;
  sum.square = width * width + height * height;
  sum.filled = sum.area * weight;
  sum.filledMost = weight * SCREEN.pixels;
  return sum;
}

const VIEWS: ReadonlySet<string> = new Set(['svg', 'symbol']);

/** A line of this width: it is drawn on both of its sides, and round its corners. */
export function addStroke(sum: Cost, width: number): void {
  const weight = us(WORK.fillPixel);
  sum.filled += strokeArea(sum, width) * weight;
  sum.filledMost += SCREEN.pixels * weight * (sum.shapes - sum.vague);
  sum.outline = sum.outline * 2 + sum.turns * width * AROUND;
}

export const strokeArea = ({ outline, knots }: Cost, width: number): number => outline * width + knots * width * width;

export function addDashes(sum: Cost, own: Effects, font: number): void {
  const dashes = (sum.length + sum.signs * font * OUTLINE) / own.dash + sum.unscaled * MOST_DASHES;
  sum.dashes += dashes * WORK.dash;
  sum.corners += dashes;
  sum.turns += dashes * AROUND_DASH;
  sum.outlineMost += dashes * WORK.farPoint;
}

/** A gradient or a pattern for each shape inside. */
export function addPaint(sum: Cost, paint: Cost, base: Cost, area: number, { tag }: Drawn): void {
  const isGradient = GRADIENT.test(tag);
  const [shapes, clear] = [base.shapes, base.shapes - base.vague];
  const weight = us(isGradient ? WORK.gradientPixel : WORK.patternPixel);
  add(sum, paint, shapes);
  sum.elements += WORK.tint * shapes;
  sum.filled += weight * area;
  sum.filledMost += weight * SCREEN.pixels * clear;
  sum.paints += weight * SCREEN.pixels * base.vague;
  if (isGradient) return;
  const tile = us(WORK.tilePixel);
  if (paint.tiled > 0) {
    sum.filled += tile * area;
    sum.filledMost += tile * SCREEN.pixels * clear;
    sum.paints += tile * SCREEN.pixels * base.vague;
  }
  if (paint.tile > 0 && Number.isFinite(paint.tile)) {
    sum.filled += tile * paint.tile * shapes;
    sum.filledMost += tile * TILE * shapes;
  } else if (paint.tile > 0) sum.paints += tile * TILE * shapes;
}

/** Layers as large as the one shape in them, or as the screen. */
export function addLayers(sum: Cost, base: Cost, layers: number, nanoseconds: number): void {
  sum.filters += layers * WORK.layer;
  const weight = us(layers * (base.deep > 0 ? WORK.nestedPixel : nanoseconds));
  addPixels(sum, weight, base.shapes > 1 ? Number.POSITIVE_INFINITY : base.square, 1);
  sum.deep = base.deep + 1;
}

/** A filter on this many square units. */
export function addFilter(sum: Cost, base: Cost, { cost, reach, looks }: Steps, square: number): void {
  sum.filters += WORK.filter;
  // One in another is worked out again for each tile that it reaches.
  const weight = us(WORK.filterPixel + cost) * (base.deep > 0 ? OVERLAP : 1);
  addPixels(sum, weight, (Math.sqrt(square) + 6 * reach) ** 2, OVERLAP);
  // What is as large as it says has its reach in its size.
  const spreads = Number.isFinite(square) ? 0 : reach;
  sum.spread += (spreads * us(WORK.blurReach) + looks * us(WORK.lookReach)) * SCREEN.pixels;
  sum.spreadMost +=
    ((spreads > 0 ? OVERLAP * weight : 0) + (looks > 0 ? SCREEN.width * us(WORK.lookReach) : 0)) * SCREEN.pixels;
  sum.square = Number.POSITIVE_INFINITY;
  sum.deep = base.deep + 1;
}

function addPixels(sum: Cost, weight: number, square: number, screens: number): void {
  if (!Number.isFinite(square)) sum.filters += weight * SCREEN.pixels;
  else {
    sum.filtered += weight * square;
    sum.filteredMost += weight * SCREEN.pixels * screens;
  }
}

export function add(sum: Cost, more: Cost, times: number): void {
  if (times === 0) return;
  for (const key of KEYS) if (more[key] !== 0) sum[key] += more[key] * times;
  sum.deep = Math.max(sum.deep, more.deep);
}

/** The same drawn so many times larger; where it is not known how many, everything is as large as the screen. */
export function scaled(cost: Cost, times: number): Cost {
  if (times === 1) return cost;
  const all = { ...cost };
  if (!Number.isFinite(times)) {
    all.points += cost.outlineMost;
    all.paints += cost.filledMost;
    all.filters += cost.filteredMost + cost.spreadMost;
    all.vague = cost.shapes;
    for (const key of [...LONG, ...WIDE, ...MOST_SEEN]) all[key] = 0;
    all.square = cost.shapes > 0 ? Number.POSITIVE_INFINITY : 0;
    return all;
  }
  for (const key of LONG) all[key] *= times;
  for (const key of WIDE) if (all[key] !== 0) all[key] *= times * times;
  return all;
}

/** What all of it takes, where a user unit is so many pixels. */
export function seen(all: Cost, pixels: number, fonts: number): Work {
  const wide = pixels * pixels;
  return {
    ...all,
    points: all.points + Math.min(all.outline * pixels * WORK.linePixel, all.outlineMost),
    paints: all.paints + Math.min(all.filled * wide, all.filledMost),
    filters:
      all.filters + Math.min(all.filtered * wide, all.filteredMost) + Math.min(all.spread * pixels, all.spreadMost),
    letters: all.letters + Math.min(fonts, all.texts) * WORK.font,
  };
}

export interface Steps {
  /** Nanoseconds for each pixel. */
  readonly cost: number;
  /** User units that all blurs spread, and that all morphologies look. */
  readonly reach: number;
  readonly looks: number;
}
