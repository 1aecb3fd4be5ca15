import { PICTURE_LIMITS } from './limits.ts';
import type { Drawn, SvgDocument } from './svg-document.ts';
import { SHAPES } from './svg-names.ts';
import { type Effects, hasEffects } from './svg-values.ts';
import type { CostOf } from './verdict.ts';

const { svg: MOST } = PICTURE_LIMITS;

/** What is drawn for one element once all that it refers to is followed. */
interface Cost {
  draws: number;
  points: number;
  letters: number;
  /** User units of lines. */
  extent: number;
  /** Points of lines whose dashes are measured on the screen. */
  unscaled: number;
  dashes: number;
  passes: number;
  pixels: number;
}

const NOTHING: Cost = { draws: 0, points: 0, letters: 0, extent: 0, unscaled: 0, dashes: 0, passes: 0, pixels: 0 };

class TooMuch extends Error {
  readonly of: CostOf;
  constructor(of: CostOf) {
    super(of);
    this.of = of;
  }
}

/**
 * What a drawing has too much of, or `null`. Each element is worked out once, and what several refer to counts for
 * each of them: ten times ten times ten. It is never less than what is drawn: rules of style count for all that they
 * might choose. `pixelsOf` answers the pixels of a picture inside, or throws for one that is none.
 */
export function tooCostly(
  { elements, rules, unit }: SvgDocument,
  pixelsOf: (address: string) => number,
): CostOf | null {
  try {
    const effects = effectsOf(elements, rules);
    const ids = idsOf(elements);
    const font = Math.max(FONT, ...[...new Set(effects.map((one) => one.font))].slice(0, 1_000));
    const costs = new Map<number, Cost | 'begun'>();
    const costOfIds = (names: readonly string[], depth: number): readonly Cost[] =>
      names.flatMap((id) => (ids.get(id) ?? []).map((index) => costOf(index, depth)));

    const costOf = (index: number, depth: number): Cost => {
      const known = costs.get(index);
      if (known === 'begun' || depth > MOST.chain) throw new TooMuch('references');
      if (known) return known;
      costs.set(index, 'begun');
      const one = elements[index] as Drawn;
      const own = effects[index] as Effects;
      const isStop = one.tag === 'stop';
      const sum: Cost = {
        ...NOTHING,
        draws: SHAPES.has(one.tag) || one.tag === 'use' ? 1 : isStop ? 0.1 : 0.2,
        points: one.points,
        letters: one.letters,
        extent: one.extent + (one.percent * unit) / 100,
        passes: own.passes,
        pixels: one.picture === undefined ? 0 : pixelsOf(one.picture),
      };
      for (const child of one.children) add(sum, costOf(child, depth + 1), 1);
      for (const cost of costOfIds(own.once, depth + 1)) add(sum, cost, 1);
      for (const id of own.filters) for (const at of ids.get(id) ?? []) sum.passes += stepsOf(elements, at);
      const base = { ...sum };
      // One shape shines through by itself; more of them need a layer.
      if (own.through && base.draws > (one.tag === 'use' ? 2.5 : 2)) sum.passes += 0.5;
      // Nothing in these has a shape that the property could be handed down to.
      if (UNPAINTED.test(one.tag)) own.paints.length = own.markers.length = 0;
      for (const cost of costOfIds(own.paints, depth + 1)) add(sum, cost, base.draws);
      for (const cost of costOfIds(own.markers, depth + 1)) add(sum, cost, base.points + base.draws);
      if (own.unscaled) sum.unscaled = base.points + 1;
      if (own.dash > 0) {
        sum.dashes += (base.extent + base.letters * font * OUTLINE) / own.dash + sum.unscaled * MOST_DASHES;
      }
      for (const [name, of] of CHECKED) if (sum[name] > MOST[name]) throw new TooMuch(of);
      costs.set(index, sum);
      return sum;
    };

    // Also what nothing refers to: the next reader may.
    for (let index = 0; index < elements.length; index += 1) costOf(index, 0);
    return null;
  } catch (error) {
    if (error instanceof TooMuch) return error.of;
    throw error;
  }
}

/** The size of letters where none is said. */
const FONT = 16;
/** How much longer the lines round a letter are than it is high. */
const OUTLINE = 10;
/** Dashes that Chromium draws of one line. */
const MOST_DASHES = 1_000_000;

const UNPAINTED = /^(?:linearGradient|radialGradient|stop|filter|fe[A-Z].*|style|title|desc|metadata|view)$/;

const CHECKED = [
  ['draws', 'references'],
  ['points', 'points'],
  ['letters', 'letters'],
  ['dashes', 'dashes'],
  ['passes', 'filters'],
  ['pixels', 'pictures'],
] as const;

function add(sum: Cost, more: Cost, times: number): void {
  sum.draws += more.draws * times;
  sum.points += more.points * times;
  sum.letters += more.letters * times;
  sum.extent += more.extent * times;
  sum.unscaled += more.unscaled * times;
  sum.dashes += more.dashes * times;
  sum.passes += more.passes * times;
  sum.pixels += more.pixels * times;
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
  const all = elements.map(({ effects }) => ({
    ...effects,
    once: [...effects.once],
    filters: [...effects.filters],
    paints: [...effects.paints],
    markers: [...effects.markers],
  }));
  let matches = 0;
  for (const { by, name, effects } of rules) {
    if (!hasEffects(effects)) continue;
    const { once, filters, paints, markers, passes, through, dash, unscaled } = effects;
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
      into.once.push(...once);
      into.filters.push(...filters);
      into.paints.push(...paints);
      into.markers.push(...markers);
      into.passes += passes;
      into.through ||= through;
      into.font = Math.max(into.font, effects.font);
      into.unscaled ||= unscaled;
      if (dash > 0) into.dash = into.dash > 0 ? Math.min(into.dash, dash) : dash;
    }
  }
  return all;
}

/** Steps of a filter, each result worked out for whoever takes it: two that take two that take two are eight. */
function stepsOf(elements: readonly Drawn[], filter: number): number {
  const given = new Map<string, number>();
  let last = 0;
  let all = 0;
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
    if (last > MOST.filterSteps || all > MOST.filterSteps) throw new TooMuch('filters');
    if (one.step.gives !== '') given.set(one.step.gives, last);
  }
  return Math.max(1, all);
}
