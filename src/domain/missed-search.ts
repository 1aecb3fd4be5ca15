import { LIMITS } from './limits.ts';
import { z } from './schema.ts';

/** A search that found nothing. Kept on this laptop; its owner may save the list for the editors. */
export const missedSearchSchema = z.object({
  words: z.string().min(1).max(LIMITS.query),
  /** The last day it was tried. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  times: z.number().int().positive().max(1_000_000),
});

export type MissedSearch = z.infer<typeof missedSearchSchema>;

/** The newest are kept. */
export const MISSED_KEPT = 200;
