import type { Root } from 'hast';
import { z } from '../schema.ts';
import { STAGES } from '../stage.ts';

const text = z.string().max(2_000);
const line = z.string().max(300);
/** A day that the calendar has, `YYYY-MM-DD`. Days are text: they have no time zone. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);

/** An id that is safe in a file name, an address and an HTML id. */
export const idSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?$/);

/** The tool reads front matter to a depth of 32. What is nested without end is too much for whoever copies it. */
const EXTRA_DEPTH = 40;

function nestsAtMost(value: unknown, most: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}

const pageSourceSchema = z.object({
  title: line,
  publisher: line.optional(),
  date: day.optional(),
  /** `https:` only; checked again by `link.ts` before it is opened. */
  url: z.string().max(2_000).optional(),
});

/** Facts about a page: front matter, mapped and checked. Lists are empty rather than absent. */
export const pageMetaSchema = z.object({
  id: idSchema,
  /** Path of the Markdown file in the folder the pack was made or adopted from, with `/`. */
  path: z.string().max(1_000),
  title: line,
  summary: text.optional(),
  /** Place in the pack's list; pages without one follow, by path. */
  order: z.number().optional(),
  stage: z.array(z.enum(STAGES)),
  audience: z.array(line),
  ask: z.array(line),
  tags: z.array(line),
  jurisdiction: line.optional(),
  owner: line.optional(),
  status: line.optional(),
  /** BCP 47 tag where the page differs from its pack. */
  lang: z.string().max(35).optional(),
  reviewed: day.optional(),
  checkBy: day.optional(),
  sources: z.array(pageSourceSchema),
  /** Ids of pages in the same pack. */
  related: z.array(idSchema),
  /** Front matter that Satchel does not know, kept as it was. */
  extra: z.record(z.string(), z.json()).refine((extra) => nestsAtMost(extra, EXTRA_DEPTH)),
  words: z.number().int().nonnegative(),
});

/** A heading and what follows up to the next: the unit of search, change and citation. */
const sectionSchema = z.object({
  /** Anchor on the page; empty for what stands before the first heading. */
  id: z.string().max(300),
  heading: z.string().max(1_000),
  /** 1 for the lead (its heading is the page's title), then 2 to 6. */
  level: z.number().int().min(1).max(6),
  /** Plain text, blocks parted by a line break. */
  text: z.string(),
});

/** A page that could not be parsed within the limits is kept as text, with the reason. */
export const UNSHOWN_REASONS = ['too-large', 'too-deep', 'too-slow', 'too-many-parts', 'damaged'] as const;

export const pageBodySchema = z.object({
  meta: pageMetaSchema,
  sections: z.array(sectionSchema).max(20_000),
  /** Sanitised syntax tree (hast root). Sanitised again before it is shown. */
  tree: z
    .custom<Root>((value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'root')
    .optional(),
  unshown: z.enum(UNSHOWN_REASONS).optional(),
});

export type PageSource = z.infer<typeof pageSourceSchema>;
export type PageMeta = z.infer<typeof pageMetaSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type PageBody = z.infer<typeof pageBodySchema>;
export type UnshownReason = (typeof UNSHOWN_REASONS)[number];
