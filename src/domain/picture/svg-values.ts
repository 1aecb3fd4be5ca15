import { PICTURE_LIMITS } from './limits.ts';
import { FILTER_FUNCTIONS, FONTS, FUNCTIONS, MARKERS, PAINTS } from './svg-names.ts';
import { WORK } from './svg-work.ts';
import type { CostOf } from './verdict.ts';

const { svg: MOST } = PICTURE_LIMITS;

/** What an element, or a rule of style, does beyond drawing itself. */
export interface Effects {
  /** Ids drawn once for the element. */
  readonly once: string[];
  /** Ids of masks on it, and of what it is cut out by. */
  readonly masks: string[];
  readonly clips: string[];
  /** Ids of filters on it. */
  readonly filters: string[];
  /** Ids drawn for each shape in it. */
  readonly paints: string[];
  /** Ids drawn at each point in it. */
  readonly markers: string[];
  /** Layers that it is drawn on first. */
  layers: number;
  /** Filters that need no id: nanoseconds for each pixel, and the user units that they spread. */
  filtered: number;
  reach: number;
  /** What is in it shines through as a whole: a layer where it holds more than one. */
  through: boolean;
  /** Length of one pattern of dashes; 0 for none. */
  dash: number;
  /** Dashes are measured on the screen, whatever the drawing is scaled by. */
  unscaled: boolean;
  /** The largest size of letters that it names, in user units; 0 for none. */
  font: number;
  /** What it says of its letters: each mixture of these is a font that is made ready. */
  readonly fonts: string[];
  /** The widest line that it names, in user units. */
  stroke: number;
  /** How many times larger it is drawn, at most; `NaN` where it does not say. */
  scale: number;
  /** Its size is said by a style, and not by its attributes. */
  resized: boolean;
}

export const noEffects = (): Effects => ({
  once: [],
  masks: [],
  clips: [],
  filters: [],
  paints: [],
  markers: [],
  layers: 0,
  filtered: 0,
  reach: 0,
  through: false,
  dash: 0,
  unscaled: false,
  font: 0,
  fonts: [],
  stroke: 0,
  scale: Number.NaN,
  resized: false,
});

const LISTS = ['once', 'masks', 'clips', 'filters', 'paints', 'markers', 'fonts'] as const;

/** What both do: the longest of lists, the largest of sizes, the shortest of dashes. */
export function addEffects(into: Effects, more: Effects): void {
  for (const name of LISTS) into[name].push(...more[name]);
  into.layers += more.layers;
  into.filtered += more.filtered;
  into.reach = Math.max(into.reach, more.reach);
  into.through ||= more.through;
  into.font = Math.max(into.font, more.font);
  into.unscaled ||= more.unscaled;
  into.stroke = Math.max(into.stroke, more.stroke);
  // A rule may choose it or not.
  if (!Number.isNaN(more.scale)) into.scale = Math.max(Number.isNaN(into.scale) ? 1 : into.scale, more.scale);
  into.resized ||= more.resized;
  if (more.dash > 0) into.dash = into.dash > 0 ? Math.min(into.dash, more.dash) : more.dash;
}

/** Whether anything is in it. */
export const hasEffects = (one: Effects): boolean =>
  LISTS.some((name) => one[name].length > 0) ||
  one.layers + one.filtered + one.dash + one.font + one.stroke > 0 ||
  one.through ||
  one.unscaled ||
  one.resized ||
  !Number.isNaN(one.scale);

/** Why a value is refused. */
export type ValueFault = { readonly what: string } | { readonly costly: CostOf };

/** Parts that one value may name; a marker has three. */
const NAMED = 16;
/** Letters of an address. */
const LONGEST = 1_100;

/**
 * The ids of `url(#…)` in a value; a sentence's end for any other address, function or escape.
 * A drawing may name parts of itself alone.
 */
function namedIn(value: string): readonly string[] | ValueFault {
  if (value.includes('\\')) return { what: 'escape in a style' };
  if (!value.includes('(')) return [];
  const ids: string[] = [];
  for (const { name, from, open } of functionsIn(value)) {
    const what = `style "${value.slice(from, from + 40)}"`;
    if (name !== '' && !FUNCTIONS.has(name)) return { what };
    if (name !== 'url') continue;
    const id = ownId(addressAt(value, open));
    if (id === null) return { what };
    ids.push(id);
    if (ids.length > NAMED) return { costly: 'references' };
  }
  return ids;
}

/** Every opening bracket with the word before it, in small letters. */
function* functionsIn(
  value: string,
): Generator<{ readonly name: string; readonly from: number; readonly open: number }> {
  for (let open = value.indexOf('('); open >= 0; open = value.indexOf('(', open + 1)) {
    let from = open;
    while (from > 0 && /[\w-]/.test(value[from - 1] ?? '')) from -= 1;
    yield { name: value.slice(from, open).toLowerCase(), from, open };
  }
}

/** What stands in the brackets that open here, without its quotes; '' where it is nothing that could name a part. */
function addressAt(value: string, open: number): string {
  const close = value.indexOf(')', open);
  if (close < 0 || close - open > LONGEST) return '';
  const inside = value.slice(open + 1, close).trim();
  const quoted = /^(["'])(.*)\1$/s.exec(inside);
  return quoted ? (quoted[2] ?? '') : inside;
}

/** The id of `#id`; `null` for an address elsewhere, or one written so that it could be read as one. */
export function ownId(address: string): string | null {
  const clean = address.trim();
  return /^#[^\s#%"'()<>\\]{1,1000}$/.test(clean) ? clean.slice(1) : null;
}

/** The numbers of a value, one after another. Units and words are passed over. */
export function numbersIn(value: string): number[] {
  return (value.match(NUMBER) ?? []).map(Number);
}

const NUMBER = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/gi;

/** A plain number of user units; `NaN` for parts of something, for other units and for nothing. */
export const unitsIn = (value: string): number =>
  /^[-+.\de]+(?:px)?$/i.test(value.trim()) ? Number.parseFloat(value) : Number.NaN;

/** Adds what one property does to the effects of what has it. */
export function addProperty(name: string, value: string, into: Effects): ValueFault | null {
  if (value.includes('/*')) return { what: 'comment in a style' };
  const named = namedIn(value);
  if ('what' in named || 'costly' in named) return named as ValueFault;
  const ids = named as readonly string[];
  if (name === 'filter') into.filters.push(...ids);
  else if (name === 'mask') into.masks.push(...ids);
  else if (name === 'clip-path') into.clips.push(...ids);
  else if (PAINTS.has(name)) into.paints.push(...ids);
  else if (MARKERS.has(name)) into.markers.push(...ids);
  switch (name) {
    case 'filter':
      return addFunctions(value, into);
    case 'mix-blend-mode':
    case 'isolation':
      into.layers += 1;
      return null;
    case 'opacity':
      into.through ||= Number(value) !== 1;
      return null;
    case 'stroke-dasharray': {
      // Of other units one cannot say how long they are.
      if (!/^[\s,]*(?:(?:px|pt|pc|mm|cm|in|none|inherit)[\s,]*)*$/i.test(value.replace(NUMBER, ' '))) {
        return { costly: 'dashes' };
      }
      const sum = numbersIn(value).reduce((all, one) => all + Math.abs(one), 0);
      if (sum > 0) into.dash = into.dash > 0 ? Math.min(into.dash, sum) : sum;
      return null;
    }
    case 'stroke-width': {
      const widest = Math.max(0, ...numbersIn(value).slice(0, 9).map(Math.abs));
      into.stroke = Math.max(into.stroke, /\d\s*(?!px)[a-z%]/i.test(value) ? widest * 100 : widest);
      return null;
    }
    case 'transform':
      into.scale = Math.max(Number.isNaN(into.scale) ? 0 : into.scale, scaleOf(value));
      return null;
    case 'width':
    case 'height':
      into.resized = true;
      return null;
    case 'vector-effect':
      into.unscaled ||= /non-scaling/i.test(value);
      return null;
    case 'font':
    case 'font-size': {
      const largest = Math.max(0, ...numbersIn(value).slice(0, 100).map(Math.abs));
      // What is a part of another size may be any.
      const isPart = /\d\s*(?!px|pt)[a-z%]/i.test(value);
      into.font = Math.max(into.font, isPart ? MOST.fontSize : largest * 2);
      into.fonts.push(`${name}:${value}`);
      return largest > MOST.fontSize ? { costly: 'letters' } : null;
    }
    default:
      if (FONTS.has(name)) into.fonts.push(`${name}:${value}`);
      return null;
  }
}

/** How many times longer a line can be after these transformations: `Infinity` where they are of another kind. */
export function scaleOf(value: string): number {
  let scale = 1;
  for (const { name, open } of functionsIn(value)) {
    const close = value.indexOf(')', open);
    const inside = value.slice(open + 1, close < 0 ? open + LONGEST : Math.min(close, open + LONGEST));
    const [a = 1, b = a, c = 0, d = 0] = numbersIn(inside);
    if (/^(?:translate[xy]?|rotate)$/.test(name)) continue;
    if (/^scale[xy]?$/.test(name) && !inside.includes('%'))
      scale *= Math.max(Math.abs(a), Math.abs(b), name === 'scale' ? 0 : 1);
    else if (/^skew[xy]?$/.test(name))
      scale *= 1 + Math.abs(Math.tan((a * Math.PI) / 180)) + Math.abs(Math.tan((b * Math.PI) / 180));
    else if (name === 'matrix') {
      const [sum, area] = [a * a + b * b + c * c + d * d, a * d - b * c];
      scale *= Math.sqrt((sum + Math.sqrt(Math.max(0, sum * sum - 4 * area * area))) / 2);
    } else return Number.POSITIVE_INFINITY;
  }
  return scale;
}

const largestIn = (value: string): number => Math.max(0, ...numbersIn(value).slice(0, 1_000).map(Math.abs));

/** Filters that need no element: `blur(4px)`. */
function addFunctions(value: string, into: Effects): ValueFault | null {
  const largest = largestIn(value);
  for (const { name, open } of functionsIn(value)) {
    if (!FILTER_FUNCTIONS.has(name)) continue;
    const close = value.indexOf(')', open);
    // Colours in them have brackets of their own, and small numbers.
    const inside = value.slice(open + 1, close < 0 ? open + LONGEST : Math.min(close, open + LONGEST));
    const isWide = name === 'blur' || name === 'drop-shadow';
    into.filtered += isWide ? WORK.filterStep.feDropShadow : WORK.filterStep.feColorMatrix;
    // Units of letters, or of the window, may be any.
    if (isWide) into.reach += /\d\s*(?!px)[a-z]/i.test(inside) ? Number.POSITIVE_INFINITY : largest;
    if (numbersIn(inside).some((number) => Math.abs(number) > MOST.blur * 10)) return { costly: 'filters' };
    if (name === 'blur' && numbersIn(inside).some((number) => Math.abs(number) > MOST.blur))
      return { costly: 'filters' };
  }
  return null;
}
