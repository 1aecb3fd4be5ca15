import { numbersIn, unitsIn } from './svg-values.ts';

/** How large one shape is, at most, in its own user units; `Infinity` where its attributes do not say. */
export interface Shape {
  /** Places of its outline, or places that letters are put at. */
  readonly points: number;
  /** Of its outline, with the handles of curves. */
  readonly length: number;
  /** Hundredths of the drawing in `length`, which are not in it yet. */
  readonly percent: number;
  readonly width: number;
  readonly height: number;
}

const NOTHING: Shape = { points: 0, length: 0, percent: 0, width: 0, height: 0 };

/** Measures the element of this name by its attributes. */
export function shapeOf(tag: string, own: ReadonlyMap<string, string>): Shape {
  const value = (name: string): string => own.get(name) ?? '';
  switch (tag) {
    case 'path':
      return withDashes(pathShape(value('d')), value('pathLength'));
    case 'polyline':
    case 'polygon':
      return withDashes(pathShape(`M${value('points')}z`), value('pathLength'));
    case 'rect':
    case 'image':
      return sides(own, 'width', 'height', 2);
    case 'circle':
      return sides(own, 'r', 'r', 4);
    case 'ellipse':
      return own.has('rx') && own.has('ry') ? sides(own, 'rx', 'ry', 4) : { ...sides(own, 'rx', 'ry', 8), ...UNKNOWN };
    case 'line': {
      const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => sideOf(value(name)));
      return withDashes(boxed(2, [Number(x1), Number(x2)], [Number(y1), Number(y2)], own), value('pathLength'));
    }
    case 'text':
    case 'tspan':
    case 'textPath': {
      const places = ['x', 'y', 'dx', 'dy', 'rotate'].map((name) => numbersIn(value(name)).length);
      return { ...NOTHING, ...UNKNOWN, points: Math.max(...places) };
    }
    default:
      return NOTHING;
  }
}

const UNKNOWN = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY } as const;

/** What is not said is 0. */
const sideOf = (value: string): number => (value === '' ? 0 : unitsIn(value));

/** A length in units: an inch is 96 of them. Percentages stand apart. */
function lengthOf(value: string): { readonly length: number; readonly percent: number } {
  const sum = numbersIn(value).reduce((sum, one) => sum + Math.abs(one), 0);
  if (value.includes('%')) return { length: 0, percent: sum };
  return { length: Number.isNaN(sideOf(value)) ? sum * 100 : sum, percent: 0 };
}

function sides(own: ReadonlyMap<string, string>, wide: string, high: string, times: number): Shape {
  const [width, height] = [wide, high].map((name) => (own.has(name) ? sideOf(own.get(name) ?? '') : Number.NaN));
  const [a, b] = [lengthOf(own.get(wide) ?? ''), lengthOf(own.get(high) ?? '')];
  const shape = {
    points: times === 2 ? 4 : 8,
    length: (a.length + b.length) * times,
    percent: (a.percent + b.percent) * times,
    width: known(width) * (times === 2 ? 1 : 2),
    height: known(height) * (times === 2 ? 1 : 2),
  };
  return withDashes(shape, own.get('pathLength') ?? '');
}

const known = (side: number | undefined): number =>
  side === undefined || Number.isNaN(side) ? Number.POSITIVE_INFINITY : Math.abs(side);

function boxed(points: number, xs: readonly number[], ys: readonly number[], own: ReadonlyMap<string, string>): Shape {
  const all = ['x1', 'y1', 'x2', 'y2'].map((name) => lengthOf(own.get(name) ?? ''));
  const width = Math.abs((xs[0] ?? 0) - (xs[1] ?? 0));
  const height = Math.abs((ys[0] ?? 0) - (ys[1] ?? 0));
  const isKnown = !Number.isNaN(width + height);
  return {
    points,
    length: isKnown ? width + height : all.reduce((sum, one) => sum + one.length, 0),
    percent: all.reduce((sum, one) => sum + one.percent, 0),
    width: known(width),
    height: known(height),
  };
}

/** Dashes are counted in the length that is said, whatever the true one is. */
const withDashes = (shape: Shape, said: string): Shape =>
  said === '' ? shape : { ...shape, length: Math.max(shape.length, lengthOf(said).length) };

/** Numbers that follow one command; each pair is a place, but for lines along one axis and arcs. */
const TAKEN: Readonly<Record<string, number>> = { m: 2, l: 2, t: 2, h: 1, v: 1, s: 4, q: 4, c: 6, a: 7, z: 0 };

const COMMAND = /[a-z]/iy;
const NUMBER = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/iy;
const FLAG = /[01]/y;
/** By themselves, so that no run of them is looked through from each of its places. */
const BETWEEN = /[\s,]*/y;

/** A path, walked from place to place. One that cannot be read to its end may be as large as the picture. */
function pathShape(text: string): Shape {
  let [points, length] = [0, 0];
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  let [x, y, startX, startY, handleX, handleY] = [0, 0, 0, 0, 0, 0];
  let at = 0;
  const next = (pattern: RegExp): string | undefined => {
    BETWEEN.lastIndex = at;
    BETWEEN.test(text);
    pattern.lastIndex = BETWEEN.lastIndex;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at = pattern.lastIndex;
    return found;
  };
  const see = (toX: number, toY: number, around = 0): void => {
    left = Math.min(left, toX - around);
    right = Math.max(right, toX + around);
    top = Math.min(top, toY - around);
    bottom = Math.max(bottom, toY + around);
  };
  const go = (toX: number, toY: number): void => {
    length += Math.hypot(toX - x, toY - y);
    points += 1;
    [x, y] = [toX, toY];
    see(x, y);
  };
  const unreadable = (): Shape => ({
    ...NOTHING,
    ...UNKNOWN,
    points: points + numbersIn(text).length,
    length: Number.POSITIVE_INFINITY,
  });
  const numbers: number[] = [];

  for (let command = next(COMMAND); command !== undefined; command = next(COMMAND)) {
    let kind = command.toLowerCase();
    const taken = TAKEN[kind];
    if (taken === undefined) return unreadable();
    const isRelative = command === kind;
    for (let turn = 0; ; turn += 1) {
      numbers.length = 0;
      while (numbers.length < taken) {
        const found = next(kind === 'a' && (numbers.length === 3 || numbers.length === 4) ? FLAG : NUMBER);
        if (found === undefined) break;
        numbers.push(Number(found));
      }
      if (numbers.length < taken && (numbers.length > 0 || turn === 0)) return unreadable();
      if (numbers.length < taken) break;
      const [byX, byY] = isRelative ? [x, y] : [0, 0];
      const place = (index: number): readonly [number, number] => [
        byX + (numbers[index] ?? 0),
        byY + (numbers[index + 1] ?? 0),
      ];
      const isSmooth = kind === 's' || kind === 't';
      const handle: readonly [number, number] = [2 * x - handleX, 2 * y - handleY];
      if (kind === 'm') {
        if (points > 0) go(startX, startY);
        [x, y] = place(0);
        [startX, startY] = [x, y];
        points += 1;
        see(x, y);
        kind = 'l';
      } else if (kind === 'z') go(startX, startY);
      else if (kind === 'h') go(byX + (numbers[0] ?? 0), y);
      else if (kind === 'v') go(x, byY + (numbers[0] ?? 0));
      else if (kind === 'a') {
        const [toX, toY] = place(5);
        const radius = Math.max(Math.abs(numbers[0] ?? 0), Math.abs(numbers[1] ?? 0), Math.hypot(toX - x, toY - y) / 2);
        see(x, y, radius * 2);
        length += radius * 2 * Math.PI;
        points += 7;
        [x, y] = [toX, toY];
        see(x, y, radius * 2);
      } else {
        if (isSmooth) go(...handle);
        for (let index = 0; index < taken - 2; index += 2) go(...place(index));
        if (kind === 't') [handleX, handleY] = handle;
        else if (taken > 2) [handleX, handleY] = place(taken - 4);
        go(...place(taken - 2));
      }
      if (!'sctq'.includes(kind)) [handleX, handleY] = [x, y];
      if (taken === 0) break;
    }
  }
  if (text.slice(at).trim() !== '') return unreadable();
  if (points > 0) go(startX, startY);
  return { points, length, percent: 0, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
