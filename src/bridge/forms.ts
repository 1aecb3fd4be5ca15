import { safeFileName } from '#domain/bundle/file-name.ts';
import { draftSchema, draftToKeepSchema } from '#domain/journal/entry.ts';
import { LIMITS } from '#domain/limits.ts';
import { MISSED_KEPT, missedSearchSchema } from '#domain/missed-search.ts';
import { z } from '#domain/schema.ts';
import { settingsPatchSchema } from '#domain/settings.ts';

/**
 * What the arguments of calls are made of. Main loads it with the first call that has any; the contracts know its type
 * alone and are given it. The library itself is not handed on: whole, it would be half as large again.
 */
export const FORMS = {
  flag: z.boolean(),
  text: (most: number) => z.string().max(most),
  oneOf: <const T extends readonly string[]>(values: T) => z.enum(values),
  list: <T>(of: z.ZodType<T>, most: number) => z.array(of).max(most).readonly(),
  /** With these fields and no other. */
  object: z.strictObject,
  anything: z.unknown(),
  numbersByName: z.record(z.string().max(100), z.number()),
  ticket: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A name that is only proposed, and shown by a dialog: no path is in it. */
  fileName: z
    .string()
    .max(200)
    .refine((name) => safeFileName(name) === name),
  fileBytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= LIMITS.noteFile),
  /** As much as goes in one message. */
  piece: z.string().max(LIMITS.packPart),
  drafts: z.array(draftToKeepSchema.strict()).max(1_000).readonly(),
  revision: draftSchema.pick({ note: true, rev: true }).strict(),
  missedSearches: z.array(missedSearchSchema.strict()).max(MISSED_KEPT).readonly(),
  settingsPatch: settingsPatchSchema,
};

export type Forms = typeof FORMS;
