import type { PageFacts } from './facets.ts';
import type { Segment } from './segment.ts';
import type { IndexedPage } from './segment-builder.ts';

/** What pages are filtered by. A large library has many pages and few kinds: filters are tried and counted by kind. */
export interface Kinds {
  /** Pages that are alike share a kind. */
  readonly kinds: readonly PageFacts[];
  /** Kind of each page of all segments, in one list. */
  readonly kindOf: Uint32Array;
  readonly numbers: ReadonlyMap<string, number>;
}

const NONE: Kinds = { kinds: [], kindOf: new Uint32Array(), numbers: new Map() };

/** The pages of more segments after those that are `known`. */
export function joinKinds(segments: readonly Segment[], known: Kinds = NONE): Kinds {
  if (segments.length === 0) return known;
  const kinds = [...known.kinds];
  const numbers = new Map(known.numbers);
  let page = known.kindOf.length;
  const kindOf = new Uint32Array(segments.reduce((sum, { pages }) => sum + pages.length, page));
  kindOf.set(known.kindOf);
  for (const segment of segments) {
    for (const one of segment.pages) {
      const facts = factsOf(segment.pack, one);
      const key = JSON.stringify(facts);
      let kind = numbers.get(key);
      if (kind === undefined) {
        kind = kinds.length;
        numbers.set(key, kind);
        kinds.push(facts);
      }
      kindOf[page++] = kind;
    }
  }
  return { kinds, kindOf, numbers };
}

const factsOf = (pack: string, { stage, audience, reviewed }: IndexedPage): PageFacts => ({
  pack,
  stage,
  audience: [...new Set(audience)],
  ...(reviewed ? { reviewed } : {}),
});
