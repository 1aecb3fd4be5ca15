import { numbersIn, scaleOf, unitsIn } from './svg-values.ts';

/** How a part that others name, or a view of its own, is laid where it is drawn. `Infinity` where that is not said. */
export interface Frame {
  /** How many times larger its content can be drawn. */
  readonly scale: number;
  /** That is for each user unit of the side of what uses it (a symbol), or of the width of its line (a marker). */
  readonly by: 'itself' | 'side' | 'stroke';
  /** The longer side that it has, or gives to what it uses. */
  readonly side: number;
  /** Of a pattern: square units of one piece, or of the shape that it fills. */
  readonly tile: number;
  readonly isPartOfShape: boolean;
  /** Of a filter: how many times as large as the shape that it is on, and square units where it says that instead. */
  readonly region: number;
  readonly field: number;
}

const ANY = Number.POSITIVE_INFINITY;
const PLAIN: Frame = { scale: 1, by: 'itself', side: ANY, tile: 0, isPartOfShape: false, region: 1, field: ANY };

export function frameOf(tag: string, own: ReadonlyMap<string, string>): Frame {
  const plain = (name: string, otherwise: number): number => {
    const value = own.get(name);
    if (value === undefined) return otherwise;
    const units = Math.abs(unitsIn(value));
    return Number.isNaN(units) ? ANY : units;
  };
  const longer = (wide: string, high: string, otherwise: number): number =>
    Math.max(plain(wide, otherwise), plain(high, otherwise));
  const [, , boxWidth = 0, boxHeight = 0] = numbersIn(own.get('viewBox') ?? '');
  const box = own.has('viewBox') ? Math.min(boxWidth, boxHeight) : 0;
  const isOfBox = (name: string): boolean => own.get(name)?.trim() === 'objectBoundingBox';
  switch (tag) {
    case 'use':
      return { ...PLAIN, side: longer('width', 'height', ANY) };
    case 'svg':
      return { ...PLAIN, scale: box > 0 ? longer('width', 'height', ANY) / box : 1 };
    case 'symbol':
      return box > 0 ? { ...PLAIN, scale: 1 / box, by: 'side' } : PLAIN;
    case 'marker': {
      const scale = box > 0 ? longer('markerWidth', 'markerHeight', 3) / box : 1;
      return { ...PLAIN, scale, by: own.get('markerUnits')?.trim() === 'userSpaceOnUse' ? 'itself' : 'stroke' };
    }
    case 'clipPath':
      return isOfBox('clipPathUnits') ? { ...PLAIN, scale: ANY } : PLAIN;
    case 'mask':
      return isOfBox('maskContentUnits') ? { ...PLAIN, scale: ANY } : PLAIN;
    case 'pattern':
      return patternFrame(own, plain, box > 0 || isOfBox('patternContentUnits'));
    case 'filter': {
      if (own.get('filterUnits')?.trim() === 'userSpaceOnUse') {
        return { ...PLAIN, region: ANY, field: plain('width', ANY) * plain('height', ANY) };
      }
      const part = (name: string): number => {
        const value = own.get(name) ?? '1.2';
        return Math.abs(Number.parseFloat(value)) / (value.includes('%') ? 100 : 1);
      };
      const region = part('width') * part('height');
      return { ...PLAIN, region: Number.isNaN(region) ? ANY : Math.max(1, region) };
    }
    default:
      return PLAIN;
  }
}

function patternFrame(
  own: ReadonlyMap<string, string>,
  plain: (name: string, otherwise: number) => number,
  isFitted: boolean,
): Frame {
  // What another pattern is taken over from may be turned back by this one's own.
  const scale = isFitted ? ANY : Math.max(1, scaleOf(own.get('patternTransform') ?? ''));
  const heir = own.has('href');
  const [width, height] = [plain('width', 0), plain('height', 0)];
  const units = own.get('patternUnits')?.trim();
  if (units === 'userSpaceOnUse' && (!heir || (own.has('width') && own.has('height')))) {
    return { ...PLAIN, scale, tile: width * height };
  }
  if (!heir)
    return { ...PLAIN, scale, isPartOfShape: width <= 1 && height <= 1, tile: width <= 1 && height <= 1 ? 0 : ANY };
  const isPlainHeir = units === undefined && !own.has('width') && !own.has('height');
  return { ...PLAIN, scale, tile: isPlainHeir ? 0 : ANY };
}
