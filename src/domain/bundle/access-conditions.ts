import { type Crate, type GraphNode, idOf, listOf, nodeOf } from './crate.ts';
import type { Json } from './json.ts';
import { highestMarking, type Marking, markingIn } from './marking.ts';

/** What a node says of who may see it. */
interface AccessConditions {
  /** The highest of all that it says. */
  readonly marking: Marking | null;
  /** What it says and Satchel does not know, in its own words. */
  readonly unknown: readonly string[];
}

/** Values in values: others nest a property in a list in a property. */
const DEPTH = 4;
/** Nobody marks a thing in more ways; what is beyond still counts for the marking. */
const MOST_UNKNOWN = 10;
const SAYING = ['text', '@value', 'value'] as const;

export function accessConditions(crate: Crate, node: GraphNode, visible: (text: string) => string): AccessConditions {
  const said = listOf(node.conditionsOfAccess).flatMap((one) => saidBy(crate, one, DEPTH));
  const texts = said.map(({ main, also }) => ({ main: main.map(visible), also: also.map(visible) }));
  // A field of its own may hold it as well, among whatever else was measured.
  const fields = [node.variableMeasured, node.additionalProperty].flatMap(listOf).flatMap((one) => {
    const field = nodeOf(crate, one);
    return field === null ? [] : listOf(field.value).flatMap((value) => saidBy(crate, value, DEPTH));
  });
  const measured = fields.flatMap(({ main }) => main.map(visible)).filter((text) => text.length <= LONGEST_FIELD);
  const unknown = texts.flatMap(({ main, also }) => {
    const known = also.some((text) => markingIn(text) !== null);
    const asked = main.length > 0 || known ? main : also.slice(0, 1);
    return asked.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && !isKnown(text));
  });
  return {
    marking: highestMarking([...texts.flatMap(({ main, also }) => [...main, ...also]), ...measured].map(markingIn)),
    unknown: [...new Set(unknown)].slice(0, MOST_UNKNOWN),
  };
}

/** A field that is a marking; a longer text speaks of one. */
const LONGEST_FIELD = 60;

/** A higher marking beside ours is not known, whatever else the words say. */
const isKnown = (text: string): boolean => markingIn(text) !== null && !/\bsecret\b/i.test(text);

interface Said {
  readonly main: readonly string[];
  /** How what says it is called, which may be a marking and may be only "Marking". */
  readonly also: readonly string[];
}

function saidBy(crate: Crate, value: Json, depth: number): readonly Said[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ main: [String(value)], also: [] }];
  if (Array.isArray(value)) return depth === 0 ? [] : value.flatMap((one) => saidBy(crate, one, depth - 1));
  const node = nodeOf(crate, value);
  if (node === null || depth === 0) return [];
  const inner = (key: string): readonly string[] =>
    listOf(node[key]).flatMap((one) => saidBy(crate, one, depth - 1).flatMap(({ main, also }) => [...main, ...also]));
  return [{ main: SAYING.flatMap(inner), also: [...inner('name'), ...inner('description'), idOf(node)] }];
}
