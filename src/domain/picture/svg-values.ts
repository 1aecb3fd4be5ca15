import { PICTURE_LIMITS } from './limits.ts';
import { FILTER_FUNCTIONS, FUNCTIONS, LAYERS, MARKERS, PAINTS } from './svg-names.ts';
import type { CostOf } from './verdict.ts';

const { svg: MOST } = PICTURE_LIMITS;

/** What an element, or a rule of style, does beyond drawing itself. */
export interface Effects {
  /** Ids drawn once for the element. */
  readonly once: string[];
  /** Ids of filters on it. */
  readonly filters: string[];
  /** Ids drawn for each shape in it. */
  readonly paints: string[];
  /** Ids drawn at each point in it. */
  readonly markers: string[];
  /** Layers and steps of filters that need no id. */
  passes: number;
  /** What is in it shines through as a whole: a layer where it holds more than one. */
  through: boolean;
  /** Length of one pattern of dashes; 0 for none. */
  dash: number;
  /** Dashes are measured on the screen, whatever the drawing is scaled by. */
  unscaled: boolean;
  /** The largest size of letters that it names, in user units; 0 for none. */
  font: number;
}

export const noEffects = (): Effects => ({
  once: [],
  filters: [],
  paints: [],
  markers: [],
  passes: 0,
  through: false,
  dash: 0,
  unscaled: false,
  font: 0,
});

/** Whether anything is in it. */
export const hasEffects = (one: Effects): boolean =>
  one.once.length + one.filters.length + one.paints.length + one.markers.length > 0 ||
  one.passes > 0 ||
  one.through ||
  one.dash > 0 ||
  one.unscaled ||
  one.font > 0;

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
export function namedIn(value: string): readonly string[] | ValueFault {
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

/** Adds what one property does to the effects of what has it. */
export function addProperty(name: string, value: string, into: Effects): ValueFault | null {
  if (value.includes('/*')) return { what: 'comment in a style' };
  const named = namedIn(value);
  if ('what' in named || 'costly' in named) return named as ValueFault;
  const ids = named as readonly string[];
  if (name === 'filter') into.filters.push(...ids);
  else if (LAYERS.has(name)) {
    into.once.push(...ids);
    into.passes += ids.length;
  } else if (PAINTS.has(name)) into.paints.push(...ids);
  else if (MARKERS.has(name)) into.markers.push(...ids);
  switch (name) {
    case 'filter':
      return addFunctions(value, into);
    case 'mix-blend-mode':
    case 'isolation':
      into.passes += 1;
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
    case 'vector-effect':
      into.unscaled ||= /non-scaling/i.test(value);
      return null;
    case 'font':
    case 'font-size': {
      const largest = Math.max(0, ...numbersIn(value).slice(0, 100).map(Math.abs));
      // What is a part of another size may be any.
      const isPart = /\d\s*(?!px|pt)[a-z%]/i.test(value);
      into.font = Math.max(into.font, isPart ? MOST.fontSize : largest * 2);
      return largest > MOST.fontSize ? { costly: 'letters' } : null;
    }
    default:
      return null;
  }
}

/** Filters that need no element: `blur(4px)`. */
function addFunctions(value: string, into: Effects): ValueFault | null {
  for (const { name, open } of functionsIn(value)) {
    if (!FILTER_FUNCTIONS.has(name)) continue;
    const close = value.indexOf(')', open);
    // Colours in them have brackets of their own, and small numbers.
    const inside = value.slice(open + 1, close < 0 ? open + LONGEST : Math.min(close, open + LONGEST));
    into.passes += 2;
    if (numbersIn(inside).some((number) => Math.abs(number) > MOST.blur * 10)) return { costly: 'filters' };
    if (name === 'blur' && numbersIn(inside).some((number) => Math.abs(number) > MOST.blur))
      return { costly: 'filters' };
  }
  return null;
}
