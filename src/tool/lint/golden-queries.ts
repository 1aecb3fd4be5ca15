import { LIMITS } from '#domain/limits.ts';
import { z } from '#domain/schema.ts';

const query = z.string().min(1).max(LIMITS.query);
const path = z.string().max(1_000);
const grade = z.union([z.literal(1), z.literal(2)]);

/** Page file → 2 (the page that answers) or 1 (a page that helps). */
const byPage = z.object({ query, pages: z.record(path, grade) });
/** The same as a list, as the makers of test collections write it. */
const asList = z.object({ query, relevant: z.array(z.object({ path, grade })) }).transform(({ query, relevant }) => ({
  query,
  pages: Object.fromEntries(relevant.map(({ path, grade }) => [path, grade])),
}));

/** `queries.json`: questions that people ask, and the pages that answer them. */
export const goldenSetSchema = z.object({
  /** Folder beside the file to which the paths belong; for a folder of Markdown that is no pack. */
  root: path.optional(),
  queries: z.array(z.union([byPage, asList])),
});

export type GoldenSet = z.infer<typeof goldenSetSchema>;
export type GoldenQuery = GoldenSet['queries'][number];
export const GOLDEN_SET_EXPECTED = 'queries, each with query and pages graded 1 or 2';
