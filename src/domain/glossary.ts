import { LIMITS } from './limits.ts';
import { z } from './schema.ts';

export const glossarySchema = z.array(
  z.object({
    term: z.string().min(1).max(120),
    expansion: z.string().max(300),
    meaning: z.string().max(2_000),
    see_also: z.array(z.string().max(120)).max(50).default([]),
  }),
);

export type GlossaryTerm = z.infer<typeof glossarySchema>[number];

/** Which bound the glossaries of one pack go beyond, in words; null for none. */
export function glossaryExcess(bytes: number, terms: number): string | null {
  if (bytes > LIMITS.packGlossary) return `${LIMITS.packGlossary / 1024 / 1024} MB of glossary`;
  return terms > LIMITS.packTerms ? `${LIMITS.packTerms.toLocaleString('en-GB')} terms in its glossary` : null;
}

/** What one pack says its terms mean. */
export interface PackTerms {
  readonly pack: string;
  readonly title: string;
  readonly terms: readonly GlossaryTerm[];
}

/** A meaning, and the pack that gives it. */
export interface KnownTerm {
  readonly entry: GlossaryTerm;
  readonly pack: string;
  readonly packTitle: string;
}

/** The terms of several packs. Each question costs the same however many there are. */
export interface Glossary {
  /** Each term once, the first pack's meaning, sorted. */
  readonly terms: readonly GlossaryTerm[];
  /** What a page of this pack means by a term: its own pack's meaning, only without one the first other pack's. */
  readonly on: (pack: string, term: string) => KnownTerm | undefined;
}

export function glossaryOf(packs: readonly PackTerms[]): Glossary {
  const first = new Map<string, KnownTerm>();
  const own = new Map<string, Map<string, KnownTerm>>();
  for (const { pack, title, terms } of packs) {
    const mine = new Map<string, KnownTerm>();
    own.set(pack, mine);
    for (const entry of terms) {
      if (mine.has(entry.term)) continue;
      const known = { entry, pack, packTitle: title };
      mine.set(entry.term, known);
      if (!first.has(entry.term)) first.set(entry.term, known);
    }
  }
  const terms = [...first.values()].map(({ entry }) => entry);
  return {
    terms: terms.sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0)),
    on: (pack, term) => own.get(pack)?.get(term) ?? first.get(term),
  };
}
