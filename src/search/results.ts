import type { Day } from '#domain/day.ts';
import type { FoundType } from '#domain/found-type.ts';
import type { Stage } from '#domain/stage.ts';

/** A piece of text; `found` pieces are the words that were asked for. Shown as text, never as markup. */
export interface Run {
  readonly text: string;
  readonly found: boolean;
  /** What the text stands for, by a glossary; it is no part of the text. */
  readonly meaning?: string;
  /** Title of the pack that says so, where it is not the pack of the text. */
  readonly meaningFrom?: string;
}

/** One section that answers a query. */
export interface Hit {
  readonly pack: string;
  readonly packTitle: string;
  readonly release: number;
  readonly page: string;
  /** Path of the Markdown file in the folder the pack was made from. */
  readonly path: string;
  /** Anchor on the page; empty for what stands before the first heading. */
  readonly section: string;
  /** The page's title. */
  readonly title: string;
  /** The section's heading; the page's title for the lead. */
  readonly heading: string;
  readonly level: number;
  readonly stage: readonly Stage[];
  readonly reviewed?: string;
  readonly checkBy?: string;
  /** Where a note stands on its way; of guidance what its editors say of it. */
  readonly status?: string;
  /** Only for comparing hits of one answer. */
  readonly score: number;
  readonly titleRuns: readonly Run[];
  readonly headingRuns: readonly Run[];
  readonly snippet: readonly Run[];
}

/** Where a hit is. */
export type HitAddress = Pick<Hit, 'pack' | 'page' | 'section'>;

export interface SearchOptions {
  /** Most hits given back; 50 unless said. */
  readonly limit?: number;
  /** Only guidance, or only notes; absent, empty or both is all. */
  readonly types?: readonly FoundType[];
  /** Only these packs; absent or empty is all. */
  readonly packs?: readonly string[];
  /** Only pages of these stages; absent or empty is all. */
  readonly stages?: readonly Stage[];
  /** Only pages for these readers; absent or empty is all. */
  readonly audiences?: readonly string[];
  /** Only pages reviewed on this day or later. */
  readonly reviewedSince?: Day;
  /** Days of which is counted how many answers were reviewed since. */
  readonly reviewedDays?: readonly Day[];
  /** The last word is whole. Otherwise it may be the beginning of a word, unless a space follows it. */
  readonly complete?: boolean;
  /** The first hit shown before, while the same word is being completed: it stays first if it still answers. */
  readonly hold?: HitAddress;
  /** Ways on are wanted where nothing is found, or nothing that has all the words. */
  readonly suggest?: boolean;
  /** Only the order is wanted: hits come without marks and snippets. */
  readonly bare?: boolean;
}

/** Another query, and how many sections answer it without filters: always some. */
export interface Suggestion {
  readonly query: string;
  readonly total: number;
}

/** Ways on from a query that found nothing, or nothing that has all its words. */
export interface Suggestions {
  /** Words that are on no page written as the nearest that is; best first. */
  readonly spelt: readonly Suggestion[];
  /** One part less each; best first. Only where nothing was found. */
  readonly fewer: readonly Suggestion[];
  /** The same words without quotation marks and other signs. */
  readonly plain: Suggestion | null;
}

export interface Results {
  /** The query as it was understood: cut to the limit, nothing else. */
  readonly query: string;
  /** How many sections answer under the filters; a page counts for at most three. */
  readonly total: number;
  /** How many would answer without any filter. */
  readonly unfiltered: number;
  /** Words of the query that are on no page, nor near one that is. */
  readonly missing: readonly string[];
  readonly suggestions?: Suggestions;
  readonly hits: readonly Hit[];
  /** Per value, how many would answer if that group of filters were not applied. */
  readonly counts: {
    readonly types: Readonly<Record<FoundType, number>>;
    readonly packs: Readonly<Record<string, number>>;
    readonly stages: Readonly<Record<Stage, number>>;
    /** Every audience that an installed page names. */
    readonly audiences: Readonly<Record<string, number>>;
    /** By the days that were asked for. */
    readonly reviewed: Readonly<Record<Day, number>>;
  };
}
