import { z } from '../schema.ts';

const SOURCE_KINDS = ['https', 'folder', 'file'] as const;

/** Why a source gives nothing. What each means stands in the catalogue: what, where, what to do. */
export const SOURCE_FAULTS = [
  'unreachable',
  'absent',
  'signature',
  'foreign-root',
  'older',
  'expired',
  'mixed',
  'too-large',
  'damaged',
  'name',
  'unsupported',
  'no-file',
  'elsewhere',
  'unsigned',
  'forked',
  'stopped',
  'unwritable',
] as const;

const moment = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const listedSchema = z.object({
  id: z.string().max(200),
  title: z.string().max(200),
  version: z.string().max(60),
  release: z.number().int().positive(),
  /** The role that signed it: `packs-hmt`. */
  publisher: z.string().max(120),
  /** SHA-256 of its manifest. */
  sha256,
  /** Bytes of the manifest. */
  length: z.number().int().positive(),
  /** Expanded bytes of all its files; `null` where its manifest was not to be had. */
  size: z.number().int().nonnegative().nullable(),
});

const knownSchema = z.object({
  /** When it was asked last, ISO 8601; `null`: not yet. */
  asked: moment.nullable(),
  /** When all held last. */
  good: moment.nullable(),
  fault: z.enum(SOURCE_FAULTS).nullable(),
  /** How often in a row it gave nothing. */
  failures: z.number().int().nonnegative(),
  validUntil: moment.nullable(),
  /** Since when it is out of date; `null` where it is not. */
  expiredSince: moment.nullable(),
  packs: z.array(listedSchema).max(10_000),
});

const sourceSchema = z.object({
  id: z.uuid(),
  kind: z.enum(SOURCE_KINDS),
  /** An address, or a path that never leaves main. */
  where: z.string().min(1).max(4_096),
  setBy: z.enum(['person', 'policy']),
  /** SHA-256 of the root that its trust begins with. */
  root: sha256,
  known: knownSchema,
});

/** The file that keeps all sources. `servers`: the next start may ask one, though none is a source yet. */
export const sourcesSchema = z.object({
  format: z.literal(1),
  servers: z.boolean(),
  sources: z.array(sourceSchema).max(100),
});

export type SourceKind = (typeof SOURCE_KINDS)[number];
export type SourceFault = (typeof SOURCE_FAULTS)[number];
/** A release that a source has, as it was verified last. */
export type ListedRelease = z.infer<typeof listedSchema>;
export type SourceKnown = z.infer<typeof knownSchema>;
/** Where packs come from, and what is known of it. */
export type PackSource = z.infer<typeof sourceSchema>;

export const NOTHING_KNOWN: SourceKnown = {
  asked: null,
  good: null,
  fault: null,
  failures: 0,
  validUntil: null,
  expiredSince: null,
  packs: [],
};
