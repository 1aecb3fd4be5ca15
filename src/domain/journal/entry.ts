import { z } from '../schema.ts';

/** `put`: the note is this. `trash`: the same, and it lies in the bin. `drop`: it is gone for good. */
const OPS = ['put', 'trash', 'drop'] as const;

/** The whole note, never a part of it: a line that is lost costs one revision, not all that follow. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is written of one saved revision. */
export const draftSchema = z.object({
  /** Id of the note. */
  note: z.string().min(1).max(200),
  /** Names this revision; the caller makes it from the content and `parent`. */
  rev: z.string().min(1).max(200),
  /** The revision that was changed; `null` for the first. */
  parent: z.string().min(1).max(200).nullable(),
  op: z.enum(OPS),
  fields: z.custom<Fields>(isFields),
});

/** What is to be written. `aside`: words that the window's own store refused, and that nothing else has. */
export const draftToKeepSchema = draftSchema.extend({ aside: z.literal(true).optional() });

/** One line of the journal. */
export const entrySchema = draftSchema.extend({
  /** Only rises, over all files and starts. The one order there is. */
  seq: z.number().int().min(1),
  /** ISO 8601 in UTC. It is shown and never orders anything: clocks jump. */
  time: z.string().max(40),
  /** Of the start of the app that wrote it; lines of older apps have none. */
  start: z
    .object({
      id: z.string().regex(/^[a-z0-9]{1,20}$/),
      /** All lines with numbers up to this were read by that start before it wrote its first. */
      knew: z.number().int().min(0),
    })
    .optional(),
  /** `null` after a compaction: verified snapshots hold this revision. */
  fields: draftSchema.shape.fields.nullable(),
});

export type Draft = z.infer<typeof draftToKeepSchema>;
export type Entry = z.infer<typeof entrySchema>;
export type Start = NonNullable<Entry['start']>;
