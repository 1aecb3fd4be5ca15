import { LIMITS } from '#domain/limits.ts';
import { type Base, createBase } from './base.ts';
import { type Explanation, explain } from './explain.ts';
import { countAll } from './facets.ts';
import { type HeldPack, type Layer, lie, opened, sizeOf } from './layers.ts';
import { createLibrary, isAt, type Library, type Place, placeOf } from './library.ts';
import type { ParsedQuery, Slot } from './query.ts';
import { answering, ask, choose, countKinds, LOOKED_AT, pageShare, rank, reranker } from './ranking.ts';
import type { HitAddress, Results, SearchOptions } from './results.ts';
import type { Segment } from './segment.ts';
import { missingWords, suggest } from './suggest.ts';
import { toHit, wordWorth } from './to-hit.ts';
import { type Why, whyOf } from './why.ts';

/** Ranks the sections of all its segments against a query. The same code in the app, the tool and the tests. */
export interface Engine {
  /** Adds a release; another release of the same pack goes, and what was laid over it. */
  readonly add: (segment: Segment) => void;
  /**
   * Lays layers of pages over a pack, in the place of what was laid over it before: pages of a layer count instead of
   * those of the same ids below it. Costs what the few pages cost, however large the pack is.
   */
  readonly lay: (pack: string, layers: readonly Layer[]) => void;
  readonly remove: (pack: string) => void;
  /** Sections that can be found. */
  readonly size: () => number;
  readonly search: (query: string, options?: SearchOptions) => Results;
  /** The parts of a hit's score; `null` when the same query and options do not find it. */
  readonly explain: (query: string, hit: HitAddress, options?: SearchOptions) => Explanation | null;
  /** Why a section answers, `null` when it is not there (any more). Filters make no difference. */
  readonly why: (query: string, hit: HitAddress, options?: Pick<SearchOptions, 'complete'>) => Why | null;
}

export function createEngine(): Engine {
  const held = new Map<string, HeldPack>();
  let base: Base | null = null;
  let made: Library | null = null;
  const own = () => [...held.values()].flatMap((pack) => pack.own ?? []);
  const over = () => [...held.values()].flatMap((pack) => pack.over);
  const library = (): Library => {
    base ??= createBase(own());
    made ??= createLibrary(base, own(), over());
    return made;
  };
  const forget = (): void => {
    base = null;
    made = null;
  };

  return {
    add(segment) {
      held.set(segment.pack, { own: opened(segment), over: [] });
      forget();
    },
    lay(pack, layers) {
      const before = held.get(pack);
      held.set(pack, lie(before?.own ?? null, layers, before?.over ?? []));
      made = null;
    },
    remove(pack) {
      if (held.delete(pack)) forget();
    },
    size: () => [...own(), ...over()].reduce((sum, part) => sum + sizeOf(part), 0),
    search: (query, options = {}) => answer(library(), query, options),
    explain: (query, hit, options = {}) => explainHit(library(), query, hit, options),
    why(query, hit, options = {}) {
      const place = placeOf(library(), hit);
      return place && whyOf(takeApart(library(), ask(library(), query, options).parsed, place, true));
    },
  };
}

function answer(library: Library, query: string, options: SearchOptions): Results {
  const text = query.slice(0, LIMITS.query);
  const asked = ask(library, text, options);
  const answers = answering(library, asked);
  const counted = countAll(countKinds(library, answers), options, library.audiences);
  const missing = missingWords(asked.parsed.slots);
  const isPoor = counted.unfiltered === 0 || missing.length > 0;
  const { standsFor } = library.meanings;
  const shown = options.bare ? undefined : { worth: wordWorth(asked.parsed, library.lexicon), standsFor };
  // The suggestions ask again, and what answers is kept in the same place: the hits come first.
  const hits = rank(library, asked, answers, options).map((candidate) => toHit(candidate, shown));
  return {
    query: text,
    ...counted,
    missing,
    ...(options.suggest && isPoor ? { suggestions: suggest(library, text, missing, counted.unfiltered) } : {}),
    hits,
  };
}

function explainHit(library: Library, query: string, hit: HitAddress, options: SearchOptions): Explanation | null {
  const asked = ask(library, query, options);
  const candidates = choose(library, answering(library, asked), options);
  const place = candidates.findIndex(({ part, section }) => isAt(part.segment, section, hit));
  const candidate = candidates[place];
  return candidate ? takeApart(library, asked.parsed, candidate, place < LOOKED_AT) : null;
}

function takeApart(library: Library, parsed: ParsedQuery, { part, section }: Place, isLookedAt: boolean): Explanation {
  const { lexicon, scorer } = library;
  const { segment, globals } = part;
  const worth = (slots: readonly Slot[]) => {
    const scores = scorer.score(slots);
    return { own: scores.score[part.base + section] ?? 0, page: pageShare(scores, part.base + section) };
  };
  const bonus = isLookedAt ? reranker(library, parsed).bonus(segment, globals, section) : null;
  return explain({ parsed, lexicon, segment, globals, section, worth, bonus });
}
