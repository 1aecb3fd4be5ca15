import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { PICTURE_LIMITS } from './limits.ts';
import { type Frame, frameOf } from './svg-frame.ts';
import {
  ACTED_ON,
  ATTRIBUTES,
  ELEMENTS,
  FILTER_STEPS,
  LENGTHS,
  PRESENTATION,
  SVG,
  WORDS,
  XLINK,
  XML,
} from './svg-names.ts';
import { type Shape, shapeOf } from './svg-shape.ts';
import { readDeclarations, readStyle, type StyleRule, withoutComments } from './svg-style.ts';
import { addProperty, type Effects, noEffects, numbersIn, ownId, type ValueFault } from './svg-values.ts';
import { WORK } from './svg-work.ts';
import type { PictureFault } from './verdict.ts';

const { svg: MOST } = PICTURE_LIMITS;

/** One element of a drawing, as far as it costs something. */
export interface Drawn {
  readonly tag: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly children: number[];
  readonly effects: Effects;
  readonly shape: Shape;
  /** Sides of what is drawn for it, where it is a part that others name. */
  readonly frame: Frame;
  letters: number;
  /** Address of a picture in it. */
  readonly picture: string | undefined;
  /**
   * A step of a filter: what it takes, what it gives, nanoseconds for each pixel; how far it reaches in user units, and
   * how far one pixel of it looks.
   */
  readonly step: {
    readonly takes: readonly string[];
    readonly gives: string;
    readonly cost: number;
    readonly reach: number;
    readonly looks: number;
  } | null;
}

/** A drawing that was read to its end, or to its first fault. */
export interface SvgDocument {
  readonly elements: readonly Drawn[];
  readonly rules: readonly StyleRule[];
  readonly root: Readonly<Record<string, string>>;
  /** The longest side that a percentage may be of. */
  readonly unit: number;
  readonly faults: readonly PictureFault[];
}

/** Ends the reading. */
class Stop extends Error {
  readonly fault: PictureFault;
  constructor(fault: PictureFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Faults that are told of; one is enough to refuse the picture. */
const TOLD = 20;

/**
 * Reads a drawing element by element, by an XML reader that takes nothing which a browser would read otherwise. What
 * is on none of the lists is a fault.
 */
export function readSvg(text: string): SvgDocument {
  const elements: Drawn[] = [];
  const rules: StyleRule[] = [];
  const faults: PictureFault[] = [];
  const open: { readonly index: number; readonly foreign: boolean }[] = [];
  let root: Record<string, string> = {};
  let unit = 300;
  let styleText = '';
  const parser = new SaxesParser({ xmlns: true, position: true });
  let tagAt = 0;

  const tell = (what: string, at = tagAt): void => {
    faults.push({ code: 'active', what, at });
    if (faults.length >= TOLD) throw new Stop({ code: 'active', what, at });
  };
  const take = (fault: ValueFault | null): void => {
    if (fault === null) return;
    if ('what' in fault) tell(fault.what);
    else throw new Stop({ code: 'costly', of: fault.costly });
  };

  parser.on('error', (error) => {
    throw /entity/i.test(error.message)
      ? new Stop({ code: 'active', what: 'entities', at: parser.position })
      : new Stop({ code: 'damaged' });
  });
  parser.on('doctype', (body) => {
    if (/[[&%]/.test(body)) tell('entities', Math.max(0, parser.position - body.length));
  });
  parser.on('processinginstruction', ({ target }) => {
    if (/^xml-stylesheet$/i.test(target)) tell('style sheet from outside', parser.position);
  });
  parser.on('xmldecl', ({ encoding }) => {
    // Read as UTF-8: where nothing but ASCII is in it, the names of its relatives are true as well.
    if (encoding && !/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
      if (!/^(?:iso-8859-\d+|windows-125\d|latin-?1)$/i.test(encoding) || /[^\u0000-\u007f]/.test(text)) {
        tell('another encoding than UTF-8', 0);
      }
    }
  });
  parser.on('opentagstart', () => {
    tagAt = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    if (elements.length >= MOST.elements) throw new Stop({ code: 'costly', of: 'elements' });
    if (open.length >= MOST.nesting) throw new Stop({ code: 'costly', of: 'nesting' });
    const foreign = tag.uri !== SVG;
    if (open.length === 0) {
      if (foreign || tag.local !== 'svg') throw new Stop({ code: 'damaged' });
      root = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    }
    if (foreign ? ACTED_ON.has(tag.uri) : !ELEMENTS.has(tag.local)) tell(`element <${tag.local.slice(0, 40)}>`);
    const drawn = foreign ? inert() : readElement(tag, tell, take);
    if (!foreign && tag.attributes['viewBox']) {
      unit = Math.max(unit, ...numbersIn(tag.attributes['viewBox'].value).slice(2, 4));
    }
    elements.push(drawn);
    const index = elements.length - 1;
    const parent = open.at(-1);
    if (parent) elements[parent.index]?.children.push(index);
    open.push({ index, foreign });
    if (drawn.tag === 'style') styleText = '';
  });
  const words = (letters: string): void => {
    const one = elements[open.at(-1)?.index ?? -1];
    if (!one) return;
    if (one.tag === 'style') styleText += letters;
    else if (WORDS.has(one.tag)) one.letters += letters.length;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('closetag', () => {
    const one = elements[open.pop()?.index ?? -1];
    if (one?.tag === 'style') take(readStyle(styleText, rules));
  });

  try {
    parser.write(text).close();
    if (elements.length === 0) faults.push({ code: 'damaged' });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (!faults.includes(error.fault) && faults.length < TOLD) faults.push(error.fault);
  }
  return { elements, rules, root, unit, faults };
}

const inert = (): Drawn => ({
  tag: '',
  id: undefined,
  classes: [],
  children: [],
  effects: noEffects(),
  shape: shapeOf('', new Map()),
  frame: frameOf('', new Map()),
  letters: 0,
  picture: undefined,
  step: null,
});

type Tell = (what: string) => void;
type Take = (fault: ValueFault | null) => void;

function readElement({ local: tag, attributes }: SaxesTagNS, tell: Tell, take: Take): Drawn {
  const all = Object.values(attributes);
  if (all.length > MOST.attributes) tell('too many attributes');
  const effects = noEffects();
  const own = new Map<string, string>();
  let picture: string | undefined;
  for (const attribute of all) {
    const { value } = attribute;
    const name = nameOf(attribute);
    if (name === null) continue;
    if (!isKnown(name)) {
      tell(/^on/i.test(name) ? `handler ${name.slice(0, 40)}` : `attribute ${name.slice(0, 40)}`);
      continue;
    }
    own.set(name, value);
    if (name === 'href') picture = readAddress(tag, value, effects, tell) ?? picture;
    else if (name === 'style') {
      const plain = withoutComments(value);
      take(plain === null ? { what: 'comment without an end in a style' } : readDeclarations(plain, effects));
    } else if (PRESENTATION.has(name)) take(addProperty(name, value, effects));
    if (!LENGTHS.has(name) && !MEASURED.has(name)) continue;
    const numbers = numbersIn(value);
    if (numbers.some((number) => !(Math.abs(number) <= MOST.number))) take({ costly: 'numbers' });
  }
  return {
    tag,
    id: own.get('id'),
    classes: (own.get('class') ?? '').split(/\s+/).filter((name) => name !== ''),
    children: [],
    effects,
    shape: shapeOf(tag, own),
    frame: frameOf(tag, own),
    letters: 0,
    picture,
    step: FILTER_STEPS.has(tag) || tag === 'feMergeNode' || tag === 'filter' ? stepOf(tag, own, take) : null,
  };
}

/** Numbers that are looked at for their size alone. */
const MEASURED: ReadonlySet<string> = new Set([
  'viewBox',
  'dx',
  'dy',
  'fx',
  'fy',
  'refX',
  'refY',
  'markerWidth',
  'markerHeight',
  'stroke-width',
]);

/** `null`: of a vocabulary that nothing acts on, or a name that declares one. */
function nameOf({ name, prefix, local, uri }: SaxesAttributeNS): string | null {
  if (prefix === 'xmlns' || name === 'xmlns') return null;
  if (prefix === '') return name;
  if (uri === XLINK)
    return local === 'href'
      ? 'href'
      : ['title', 'type', 'show', 'role', 'arcrole', 'actuate'].includes(local)
        ? null
        : name;
  if (uri === XML) return ['space', 'lang', 'id'].includes(local) ? null : name;
  return ACTED_ON.has(uri) || uri === SVG ? name : null;
}

const isKnown = (name: string): boolean =>
  name === 'href' || ATTRIBUTES.has(name) || /^(?:data|aria)-[\w.:-]*$/i.test(name);

/** A page, or a place without a scheme. */
const LINK = /^(?:https?:|mailto:|[^:]*$)/i;
const EMBEDDED = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i;

/** The part that an address names, or the picture that it holds; anything else is told. */
function readAddress(tag: string, value: string, effects: Effects, tell: Tell): string | undefined {
  const address = value.trim();
  if (address === '' || address === '#') return undefined;
  const id = ownId(address);
  if (id !== null) {
    // A link to a place draws nothing.
    if (tag !== 'a') effects.once.push(id);
    return undefined;
  }
  // Nobody can press it: a drawing is a picture like any other, and Graphviz and PlantUML write links into theirs.
  if (tag === 'a' && LINK.test(address)) return undefined;
  if (tag === 'image' && EMBEDDED.test(address)) return address;
  tell(`address "${value.slice(0, 40)}"`);
  return undefined;
}

/** What a step of a filter takes and costs; its numbers have limits, as they multiply what is done for each pixel. */
function stepOf(tag: string, own: ReadonlyMap<string, string>, take: Take): Drawn['step'] {
  const most = (name: string, limit: number): number => {
    const numbers = numbersIn(own.get(name) ?? '').map(Math.abs);
    const largest = Math.max(0, ...numbers.slice(0, 1_000));
    if (largest > limit || numbers.length > 1_000) take({ costly: 'filters' });
    return largest;
  };
  const blur = most('stdDeviation', MOST.blur);
  const octaves = most('numOctaves', MOST.octaves);
  const order = tag === 'feConvolveMatrix' ? most('order', MOST.order) || 3 : 0;
  const radius = tag === 'feMorphology' ? most('radius', MOST.radius) : 0;
  if (tag === 'filter') {
    const isOwn = own.get('filterUnits') !== 'userSpaceOnUse';
    for (const side of ['x', 'y', 'width', 'height']) {
      const isPart = own.get(side)?.includes('%') === true;
      if (isPart) most(side, MOST.region * 100);
      else if (isOwn) most(side, MOST.region);
    }
  }
  const takes = ['in', 'in2'].flatMap((name) => own.get(name)?.trim() ?? []);
  return {
    takes,
    gives: own.get('result')?.trim() ?? '',
    cost: isCosted(tag) ? WORK.filterStep[tag] + octaves * WORK.octave + order * order * WORK.tap : 0,
    reach: blur,
    looks: radius,
  };
}

const isCosted = (tag: string): tag is keyof typeof WORK.filterStep => tag in WORK.filterStep;
