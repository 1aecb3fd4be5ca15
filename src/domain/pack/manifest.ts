import { z } from '../schema.ts';
import { idSchema } from './page.ts';

/** The newest pack format this app reads. A pack that says a higher number is refused politely. */
export const PACK_FORMAT = 1;

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of a release. `sha256` and `size` are of the expanded bytes. */
const packFileSchema = z.object({
  /** Where it stood in the source folder, with `/`. */
  path: z.string().min(1).max(1_000),
  kind: z.enum(['page', 'image', 'glossary', 'queries']),
  sha256: hash,
  size: z.number().int().nonnegative(),
  type: z.enum(['application/json', ...IMAGE_TYPES]),
  /** Pages only: the page's id and the ids of its sections, so that a change can be told without opening it. */
  page: idSchema.optional(),
  sections: z.array(z.string().max(300)).optional(),
});

/** What a publisher says a release is. Canonical JSON of this is what will be signed. */
export const manifestSchema = z.object({
  format: z.literal(PACK_FORMAT),
  id: idSchema,
  /** A whole number that only rises. */
  release: z.number().int().positive(),
  version: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  summary: z.string().max(1_000).optional(),
  publisher: z.string().min(1).max(200),
  language: z.string().max(35),
  licence: z.string().max(200).optional(),
  /** Least version of Satchel that can show it. */
  minApp: z.string().max(30).optional(),
  created: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  marking: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE']),
  files: z.array(packFileSchema).max(20_000),
  /** Old page ids and paths, and the page id that took their place. */
  redirects: z.array(z.object({ from: z.string().max(1_000), to: idSchema })),
  notes: z.string().max(20_000).optional(),
});

export type PackFile = z.infer<typeof packFileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
