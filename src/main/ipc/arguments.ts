import { type CallName, type Calls, DROPPED } from '#bridge/calls.ts';
import { safeFileName } from '#domain/bundle/file-name.ts';
import { SHARE_FORMATS } from '#domain/bundle/shared-name.ts';
import { draftSchema, draftToKeepSchema } from '#domain/journal/entry.ts';
import { LIMITS } from '#domain/limits.ts';
import { MISSED_KEPT, missedSearchSchema } from '#domain/missed-search.ts';
import { MARKINGS } from '#domain/note/choices.ts';
import { z } from '#domain/schema.ts';
import { settingsPatchSchema } from '#domain/settings.ts';
import { START_ARGUMENTS } from '../boot/start.ts';

const none = z.tuple([]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const noteIds = z.array(z.string().min(1).max(200)).max(1_000).readonly();
const fileBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= LIMITS.noteFile);
const drafts = z.array(draftToKeepSchema.strict()).max(1_000).readonly();
const revision = draftSchema.pick({ note: true, rev: true }).strict();
/** The snapshot writes rows as they are: what JSON cannot say stands as nothing. */
const someRows = z
  .object({ table: z.string().regex(/^[A-Za-z]{1,40}$/), rows: z.array(z.unknown()).max(1_000) })
  .strict();
const ticket = z.tuple([z.uuid()]);
const unsaved = z.strictObject({ title: z.string().max(2_000), reason: z.string().max(2_000), kept: z.boolean() });
/** The name is only proposed, and the dialog shows it: no path is in it. */
const sharePlan = z.strictObject({
  format: z.enum(SHARE_FORMATS),
  marking: z.enum(MARKINGS),
  name: z
    .string()
    .max(200)
    .refine((name) => safeFileName(name) === name && endsKnown(name)),
});
const endsKnown = (name: string): boolean => /\.(?:eln|pdf|md|zip)$/.test(name);

/** What the arguments of every call must look like; anything else is refused before its handler runs. */
export const ARGUMENTS: { readonly [N in CallName]: z.ZodType<Parameters<Calls[N]>> } & {
  /** Paths of files dropped on the window. */
  readonly [DROPPED]: z.ZodType<[readonly string[]]>;
} = {
  'app:start': START_ARGUMENTS,
  'settings:change': z.tuple([settingsPatchSchema.strict()]),
  'packs:starters': none,
  'packs:waiting': none,
  'packs:choose': none,
  'packs:part': ticket,
  'packs:stop': ticket,
  'link:open': z.tuple([z.string().max(10_000)]),
  'page:print': z.tuple([z.string().max(2_000), z.enum(MARKINGS)]),
  'view:zoom': z.tuple([z.enum(['in', 'out', 'reset'])]),
  'journal:keep': z.tuple([drafts]),
  'journal:gather': none,
  'journal:add': z.tuple([z.uuid(), drafts]),
  'journal:keep-all': ticket,
  'journal:overview': none,
  'journal:entries': z.tuple([noteIds]),
  'journal:revisions': z.tuple([z.array(revision).max(1_000).readonly()]),
  'backups:list': none,
  'backups:newest': none,
  'backups:open': z.tuple([z.string().max(100)]),
  'backups:rows': ticket,
  'backups:begin': z.tuple([z.boolean()]),
  'backups:add': z.tuple([z.uuid(), someRows]),
  'backups:end': ticket,
  'backups:stop': ticket,
  'notes:copy': z.tuple([z.string().max(2_000), z.string().max(5_000_000)]),
  'backups:due': none,
  'backups:save': z.tuple([z.string().max(100).nullable()]),
  'app:started': z.tuple([z.record(z.string().max(100), z.number())]),
  'app:space': none,
  'app:folder': none,
  'app:mend': z.tuple([z.boolean()]),
  'app:guidance': none,
  'app:erase': none,
  'app:take-over': none,
  'files:keep': z.tuple([fileBytes]),
  'files:read': z.tuple([sha256]),
  'files:save': z.tuple([
    sha256,
    z
      .string()
      .max(200)
      .refine((name) => safeFileName(name) === name),
  ]),
  'app:ready-to-leave': z.tuple([z.array(unsaved).max(1_000).readonly()]),
  'searches:save': z.tuple([z.array(missedSearchSchema.strict()).max(MISSED_KEPT).readonly()]),
  'share:begin': z.tuple([sharePlan]),
  'share:add': z.tuple([z.uuid(), z.string().max(LIMITS.packPart)]),
  'share:write': ticket,
  'share:progress': ticket,
  'share:stop': ticket,
  'bundles:choose': none,
  'bundles:waiting': none,
  'bundles:part': ticket,
  'bundles:keep': z.tuple([z.uuid(), sha256]),
  'bundles:picture': z.tuple([z.uuid(), sha256]),
  'bundles:stop': ticket,
  [DROPPED]: z.tuple([z.array(z.string().min(1).max(4_096)).max(100).readonly()]),
};
