import { SHARE_FORMATS } from './bundle/shared-name.ts';
import { z } from './early-schema.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'normal', 'more'] as const;
/** Multiplies guidance text only. */
export const READING_SIZES = [0.85, 1, 1.15, 1.35, 1.6] as const;
/** `en-XA` is English made 40 % longer, to find what a longer language would break; set by tests, offered to nobody. */
export const LANGUAGES = ['en-GB', 'en-XA'] as const;

/** The last format in which notes were handed over. */
const shareFormat = z.nullable(z.enum(SHARE_FORMATS));

/** What whoever works here is, as last said when notes were handed over; a colleague's notes name another. */
export const MOST_OF_ROLE = 200;
const ownRole = z.string().check(z.maxLength(MOST_OF_ROLE));

/** An id of a command, or the keys for it. */
const key = z.string().check(z.maxLength(60));

export const settingsSchema = z.object({
  theme: z._default(z.enum(THEMES), 'system'),
  contrast: z._default(z.enum(CONTRASTS), 'system'),
  readingSize: z._default(z.literal([...READING_SIZES]), 1),
  language: z._default(z.enum(LANGUAGES), 'en-GB'),
  /** Shortcuts of one key (/, ?) can be switched off (WCAG 2.1.4). */
  singleKeys: z._default(z.boolean(), true),
  /** Command id to keys, where a person changed them. */
  shortcuts: z._default(z.record(key, key), {}),
  showPlaces: z._default(z.boolean(), true),
  showSide: z._default(z.boolean(), true),
  shareFormat: z._default(shareFormat, null),
  ownRole: z._default(ownRole, ''),
  /** Notes are written as Markdown with all its signs in sight. */
  showSource: z._default(z.boolean(), false),
  /** The first-run screen was left. */
  welcomed: z._default(z.boolean(), false),
});

export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = z.strictObject({
  theme: z.optional(z.enum(THEMES)),
  contrast: z.optional(z.enum(CONTRASTS)),
  readingSize: z.optional(z.literal([...READING_SIZES])),
  language: z.optional(z.enum(LANGUAGES)),
  singleKeys: z.optional(z.boolean()),
  shortcuts: z.optional(z.record(key, key)),
  showPlaces: z.optional(z.boolean()),
  showSide: z.optional(z.boolean()),
  shareFormat: z.optional(shareFormat),
  ownRole: z.optional(ownRole),
  showSource: z.optional(z.boolean()),
  welcomed: z.optional(z.boolean()),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
