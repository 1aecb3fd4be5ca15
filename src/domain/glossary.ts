import { z } from './schema.ts';

export const glossarySchema = z.array(
  z.object({
    term: z.string().min(1).max(120),
    expansion: z.string().max(300),
    meaning: z.string().max(2_000),
    see_also: z.array(z.string().max(120)).default([]),
  }),
);

export type GlossaryTerm = z.infer<typeof glossarySchema>[number];

/** Several packs' terms as one list: first wins, in the order given; sorted by term. */
export function mergeGlossaries(lists: readonly (readonly GlossaryTerm[])[]): readonly GlossaryTerm[] {
  const byTerm = new Map<string, GlossaryTerm>();
  for (const entry of lists.flat()) if (!byTerm.has(entry.term)) byTerm.set(entry.term, entry);
  return [...byTerm.values()].sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
}
