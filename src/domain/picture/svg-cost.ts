import { PICTURE_LIMITS } from './limits.ts';
import type { Drawn, SvgDocument } from './svg-document.ts';
import {
  add,
  addDashes,
  addFilter,
  addLayers,
  addPaint,
  addStroke,
  type Cost,
  largest,
  ownCost,
  type Steps,
  scaled,
  seen,
  strokeArea,
  type Work,
} from './svg-sum.ts';
import { addEffects, type Effects, hasEffects, noEffects, numbersIn } from './svg-values.ts';
import { SCREEN, WORK } from './svg-work.ts';
import type { CostOf } from './verdict.ts';

const { svg: MOST } = PICTURE_LIMITS;
class TooMuch extends Error {
  readonly of: CostOf;
  constructor(of: CostOf) {
    super(of);
    this.of = of;
  }
}

/**
 * What a drawing has too much of, or `null`: the work of painting it, worked out before, must fit the time that a
 * window may stand still. Each element is worked out once, and what several refer to counts for each of them: ten times
 * ten times ten. It is never less than what is drawn: rules of style count for all that they might choose, and what
 * does not say its size is as large as the screen. `pixelsOf` answers the pixels of a picture inside, or throws for one
 * that is none.
 */
export function tooCostly(drawing: SvgDocument, pixelsOf: (address: string) => number): CostOf | null {
  try {
    const [most, of] = largest(workOf(drawing, pixelsOf));
    return most <= MOST.work ? null : of;
  } catch (error) {
    if (error instanceof TooMuch) return error.of;
    throw error;
  }
}

/** Microseconds of painting a drawing, by what they are for. */
function workOf({ elements, rules, unit, root }: SvgDocument, pixelsOf: (address: string) => number): Work {
  const effects = effectsOf(elements, rules);
  const ids = idsOf(elements);
  const font = Math.max(FONT, ...[...new Set(effects.map((one) => one.font))].slice(0, 1_000));
  const stroke = effects.reduce((widest, one) => Math.max(widest, one.stroke), 1);
  const costs = new Map<number, Cost | 'begun'>();
  const named = (names: readonly string[]): readonly number[] => names.flatMap((id) => ids.get(id) ?? []);

  const costOf = (index: number, depth: number): Cost => {
    const known = costs.get(index);
    if (known === 'begun' || depth > MOST.chain) throw new TooMuch('references');
    if (known) return known;
    costs.set(index, 'begun');
    const one = elements[index] as Drawn;
    const own = effects[index] as Effects;
    const sum = ownCost(one, own, unit, font);
    if (one.picture !== undefined) sum.pictures += (pixelsOf(one.picture) * WORK.decodedPixel) / 1_000;
    for (const child of one.children) add(sum, costOf(child, depth + 1), 1);
    for (const at of named(own.once)) {
      const used = scaled(costOf(at, depth + 1), elements[at]?.frame.by === 'side' ? one.frame.side : 1);
      add(sum, used, 1);
      if (one.tag === 'textPath') sum.points += used.corners * WORK.pathPoint;
    }
    if (one.tag === 'textPath') sum.letters += sum.signs * WORK.pathLetter;
    if (own.unscaled) sum.unscaled = sum.corners + 1;
    if (own.dash > 0) addDashes(sum, own, font);
    if (own.stroke > 0) addStroke(sum, own.stroke);

    const base = { ...sum };
    // Nothing in these has a shape that the property could be handed down to.
    if (UNPAINTED.test(one.tag)) own.paints.length = own.markers.length = 0;
    for (const at of named(own.paints)) {
      addPaint(sum, costOf(at, depth + 1), base, base.area + strokeArea(base, stroke), elements[at] as Drawn);
    }
    for (const at of named(own.markers)) add(sum, costOf(at, depth + 1), base.corners + base.shapes);
    for (const at of named(own.clips)) {
      const clip = costOf(at, depth + 1);
      sum.elements += WORK.clip;
      const [only, ...more] = elements[at]?.children ?? [];
      // Cutting along a rectangle costs nothing more.
      if (more.length === 0 && elements[only ?? -1]?.tag === 'rect') continue;
      add(sum, clip, 1);
      sum.elements += WORK.tint * base.shapes;
      // More than one shape is drawn as a mask.
      if (clip.shapes > 1 || clip.signs > 0 || (effects[at]?.clips.length ?? 0) > 0)
        addLayers(sum, base, 2, WORK.layerPixel);
    }
    for (const at of named(own.masks)) {
      add(sum, costOf(at, depth + 1), 1);
      addLayers(sum, base, 1, WORK.maskPixel);
    }
    if (own.layers > 0) addLayers(sum, base, own.layers, WORK.layerPixel);
    if (own.through && base.shapes > 1) addLayers(sum, base, 1, WORK.layerPixel);
    else if (own.through) sum.elements += WORK.tint;
    for (const at of named(own.filters)) {
      const { region = 1, field = 0 } = elements[at]?.frame ?? {};
      const steps = stepsOf(elements, at);
      addFilter(sum, base, steps, Number.isFinite(field) ? field : base.shapes > 1 ? field : base.square * region);
    }
    if (own.filtered > 0) addFilter(sum, base, { cost: own.filtered, reach: own.reach, looks: 0 }, base.square);

    const { frame } = one;
    const times = index === 0 ? 1 : frame.scale * (frame.by === 'stroke' ? stroke : 1);
    const all = scaled(sum, times * (Number.isNaN(own.scale) ? 1 : own.scale));
    if (frame.tile > 0) all.tile = frame.tile * times * times;
    if (frame.isPartOfShape) all.tiled = 1;
    if (!(largest(all)[0] <= MOST.work)) throw new TooMuch(largest(all)[1]);
    costs.set(index, all);
    return all;
  };

  // Also what nothing refers to: the next reader may.
  const all = costOf(0, 0);
  return seen(all, pixelsPerUnit(root), fontsOf(effects, elements));
}

/** The size of letters where none is said. */
const FONT = 16;
const UNPAINTED = /^(?:linearGradient|radialGradient|stop|filter|fe[A-Z].*|style|title|desc|metadata|view)$/;

/** Pixels of a user unit, at most, where the picture is as wide as the screen. */
function pixelsPerUnit(root: SvgDocument['root']): number {
  const [width = '', height = ''] = [root['width'], root['height']];
  const [wide = 0, high = 0] = [width, height].map((side) => numbersIn(side)[0] ?? 0);
  const [, , boxWidth = 0, boxHeight = 0] = numbersIn(root['viewBox'] ?? '');
  if (boxWidth <= 0 || boxHeight <= 0) return SCREEN.width / (wide > 0 && !width.includes('%') ? wide : 300);
  const isSaid = wide > 0 && high > 0 && !/%/.test(width + height);
  const unitOf = (side: string): string => side.replace(/[^a-z]/gi, '').replace(/^px$/i, '');
  if (isSaid && unitOf(width) !== unitOf(height)) return Number.POSITIVE_INFINITY;
  const ratio = isSaid ? high / wide : boxHeight / boxWidth;
  return Math.max(SCREEN.width / boxWidth, (SCREEN.width * ratio) / boxHeight);
}

/** Fonts that might be made ready: every family with every weight, size and scale that is named. */
function fontsOf(effects: readonly Effects[], elements: readonly Drawn[]): number {
  const values = new Map<string, Set<string | number>>();
  const note = (name: string, value: string | number): void => {
    const known = values.get(name);
    if (known) known.add(value);
    else values.set(name, new Set([value]));
  };
  for (const [index, own] of effects.entries()) {
    for (const one of own.fonts) note(one.slice(0, one.indexOf(':')), one);
    const scale = Number.isNaN(own.scale) ? 1 : own.scale;
    note('scale', scale.toPrecision(4));
    note('view', elements[index]?.frame.scale ?? 1);
  }
  return [...values].reduce(
    (all, [name, { size }]) => all * (name === 'scale' || name === 'view' ? size : size + 1),
    1,
  );
}

function idsOf(elements: readonly Drawn[]): ReadonlyMap<string, readonly number[]> {
  const ids = new Map<string, number[]>();
  for (const [index, { id }] of elements.entries()) {
    if (id === undefined) continue;
    const same = ids.get(id);
    if (same) same.push(index);
    else ids.set(id, [index]);
  }
  return ids;
}

/** Each element's own effects with those of every rule that might choose it. */
function effectsOf(elements: readonly Drawn[], rules: SvgDocument['rules']): readonly Effects[] {
  const looks = rules.reduce((sum, rule) => sum + rule.looks, 0);
  if (looks * elements.length > MOST.looks) throw new TooMuch('styles');
  const all = elements.map(({ effects }) => {
    const own = noEffects();
    addEffects(own, effects);
    own.scale = effects.scale;
    return own;
  });
  let matches = 0;
  for (const { by, name, effects } of rules) {
    if (!hasEffects(effects)) continue;
    for (const [index, one] of elements.entries()) {
      const chosen =
        by === 'all' ||
        (by === 'tag' && one.tag.toLowerCase() === name.toLowerCase()) ||
        (by === 'id' && one.id === name) ||
        (by === 'class' && one.classes.includes(name));
      const into = all[index];
      if (!chosen || !into || one.tag === '') continue;
      matches += 1;
      if (matches > MOST.matches) throw new TooMuch('styles');
      addEffects(into, effects);
    }
  }
  return all;
}

/** Steps of a filter, each result worked out for whoever takes it: two that take two that take two are eight. */
function stepsOf(elements: readonly Drawn[], filter: number): Steps {
  const given = new Map<string, number>();
  let [last, all, reach, looks] = [0, 0, 0, 0];
  const take = (name: string): number => given.get(name) ?? 0;
  for (const index of elements[filter]?.children ?? []) {
    const one = elements[index];
    if (!one?.step || one.tag === 'filter') continue;
    const inside = one.children.flatMap((child) => elements[child]?.step?.takes ?? []);
    const takes = [...one.step.takes, ...inside];
    // Where it does not say what it takes, it takes what came before.
    const before = takes.length === 0 ? last : takes.reduce((sum, name) => sum + take(name), 0);
    last = one.step.cost + before;
    all += one.step.cost;
    reach += one.step.reach;
    looks += one.step.looks;
    if (!(Math.max(last, all) <= MOST.work)) throw new TooMuch('filters');
    if (one.step.gives !== '') given.set(one.step.gives, last);
  }
  return { cost: Math.max(last, all), reach, looks };
}
