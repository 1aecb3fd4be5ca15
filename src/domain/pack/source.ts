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
  /** Until when all is good that vouches for it, ISO 8601; `null`: as long as the source. */
  validUntil: moment.nullable().default(null),
});

/** What a source has of a publisher and this laptop does not take, while the rest of the source holds. */
const withheldSchema = z.object({
  /** The role that signs it: `packs-hmt`. */
  publisher: z.string().max(120),
  /** The pack that is meant; `null`: all that the publisher signs there. */
  pack: z.string().max(200).nullable(),
  fault: z.enum(SOURCE_FAULTS),
});

/** The most packs of one source. */
export const MOST_PACKS = 10_000;

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
  /** What of it is withheld now stays here as it was known, and is not offered. */
  packs: z.array(listedSchema).max(MOST_PACKS),
  withheld: z.array(withheldSchema).max(MOST_PACKS).default([]),
});

/** A source without what is known of it. */
const placeSchema = z.object({
  id: z.uuid(),
  kind: z.enum(SOURCE_KINDS),
  /** An address, or a path that never leaves main. */
  where: z.string().min(1).max(4_096),
  setBy: z.enum(['person', 'policy']),
  /** SHA-256 of the root that its trust begins with. */
  root: sha256,
});

/**
 * The file that keeps all sources, each of which is read by itself. `servers`: the next start may ask one, though none is
 * a source yet.
 */
export const sourceFileSchema = z.looseObject({
  format: z.literal(1),
  servers: z.boolean(),
  sources: z.array(z.unknown()),
});

/** A row of that file; `null` for one that this Satchel does not know. What is known of it can be asked anew. */
export function readSource(row: unknown): PackSource | null {
  const { data } = placeSchema.safeParse(row);
  if (data === undefined) return null;
  const known = knownSchema.safeParse((row as { readonly known?: unknown }).known);
  return { ...data, known: known.success ? known.data : NOTHING_KNOWN };
}

export type SourceKind = (typeof SOURCE_KINDS)[number];
export type SourceFault = (typeof SOURCE_FAULTS)[number];
/** A release that a source has, as it was verified last. */
export type ListedRelease = z.infer<typeof listedSchema>;
export type Withheld = z.infer<typeof withheldSchema>;
export type SourceKnown = z.infer<typeof knownSchema>;
/** Where packs come from, and what is known of it. */
export interface PackSource extends z.infer<typeof placeSchema> {
  readonly known: SourceKnown;
}

export const NOTHING_KNOWN: SourceKnown = {
  asked: null,
  good: null,
  fault: null,
  failures: 0,
  validUntil: null,
  expiredSince: null,
  packs: [],
  withheld: [],
};

/** What is withheld now: what was when the source was asked, and publishers whose date has passed since. */
export function withheldNow({ packs, withheld }: SourceKnown, now: Date): readonly Withheld[] {
  const late = packs.filter(({ validUntil }) => validUntil !== null && Date.parse(validUntil) <= now.getTime());
  const names = new Set(late.map(({ publisher }) => publisher));
  for (const { publisher, pack } of withheld) if (pack === null) names.delete(publisher);
  return [...withheld, ...[...names].map((publisher) => ({ publisher, pack: null, fault: 'expired' as const }))];
}

/** Why a release that a source has is not offered; `null` where it is. */
export const withheldFault = (
  { id, publisher }: Pick<ListedRelease, 'id' | 'publisher'>,
  withheld: readonly Withheld[],
): SourceFault | null =>
  withheld.find((one) => one.publisher === publisher && (one.pack === null || one.pack === id))?.fault ?? null;
