import { safeFileName } from '#domain/bundle/file-name.ts';
import { draftSchema, draftToKeepSchema } from '#domain/journal/entry.ts';
import { LIMITS } from '#domain/limits.ts';
import { MISSED_KEPT, missedSearchSchema } from '#domain/missed-search.ts';
import { z } from '#domain/schema.ts';
import { settingsPatchSchema } from '#domain/settings.ts';

/**
 * What the arguments of calls are made of. Main loads it with the first call that has any; the contracts know its type
 * alone and are given it.
 */
export const FORMS = {
  z,
  ticket: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A name that is only proposed, and shown by a dialog: no path is in it. */
  fileName: z
    .string()
    .max(200)
    .refine((name) => safeFileName(name) === name),
  fileBytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= LIMITS.noteFile),
  drafts: z.array(draftToKeepSchema.strict()).max(1_000).readonly(),
  revision: draftSchema.pick({ note: true, rev: true }).strict(),
  missedSearches: z.array(missedSearchSchema.strict()).max(MISSED_KEPT).readonly(),
  settingsPatch: settingsPatchSchema.strict(),
};

export type Forms = typeof FORMS;
