import { SHARE_FORMATS } from './bundle/shared-name.ts';
import { z } from './schema.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'normal', 'more'] as const;
/** Multiplies guidance text only. */
export const READING_SIZES = [0.85, 1, 1.15, 1.35, 1.6] as const;
/** `en-XA` is English made 40 % longer, to find what a longer language would break; set by tests, offered to nobody. */
export const LANGUAGES = ['en-GB', 'en-XA'] as const;

/** The last format in which notes were handed over. */
const shareFormat = z.enum(SHARE_FORMATS).nullable();

export const settingsSchema = z.object({
  theme: z.enum(THEMES).default('system'),
  contrast: z.enum(CONTRASTS).default('system'),
  readingSize: z.literal([...READING_SIZES]).default(1),
  language: z.enum(LANGUAGES).default('en-GB'),
  /** Shortcuts of one key (/, ?) can be switched off (WCAG 2.1.4). */
  singleKeys: z.boolean().default(true),
  /** Command id to keys, where a person changed them. */
  shortcuts: z.record(z.string().max(60), z.string().max(60)).default({}),
  showPlaces: z.boolean().default(true),
  showSide: z.boolean().default(true),
  shareFormat: shareFormat.default(null),
  /** Notes are written as Markdown with all its signs in sight. */
  showSource: z.boolean().default(false),
  /** The first-run screen was left. */
  welcomed: z.boolean().default(false),
});

export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = z.object({
  theme: z.enum(THEMES).optional(),
  contrast: z.enum(CONTRASTS).optional(),
  readingSize: z.literal([...READING_SIZES]).optional(),
  language: z.enum(LANGUAGES).optional(),
  singleKeys: z.boolean().optional(),
  shortcuts: z.record(z.string().max(60), z.string().max(60)).optional(),
  showPlaces: z.boolean().optional(),
  showSide: z.boolean().optional(),
  shareFormat: shareFormat.optional(),
  showSource: z.boolean().optional(),
  welcomed: z.boolean().optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
