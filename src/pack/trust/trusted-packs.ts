import type { Metadata, TargetFile, Targets } from '@tufjs/models';
import { LIMITS } from '#domain/limits.ts';
import { idSchema } from '#domain/pack/page.ts';
import { z } from '#domain/schema.ts';
import { PUBLISHER_ROLE, packOfTarget } from './names.ts';
import { authorityOf } from './signers.ts';
import type { Withheld } from './trust-fault.ts';
import type { SeenRelease } from './version-floor.ts';

/** A release that a source vouches for. */
export interface TrustedPack {
  readonly id: string;
  /** `packs/<id>/pack.json` */
  readonly path: string;
  /** SHA-256 of its manifest. */
  readonly sha256: string;
  /** Bytes of its manifest. */
  readonly length: number;
  readonly release: number;
  readonly version: string;
  readonly title: string;
  /** The role that signed it. */
  readonly publisher: string;
  /** The first time at which something of its chain is good no more, ISO 8601. */
  readonly validUntil: string;
  /** The same where it has passed and days of grace let it count. */
  readonly expiredSince: string | null;
}

/** What the publisher's tool puts beside the hash. */
const customSchema = z.object({
  id: idSchema,
  release: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  version: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  publisher: z.string().regex(PUBLISHER_ROLE),
});

/** What a publisher's role lists of one pack, with who signed it. */
export interface ListedPack extends SeenRelease {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly publisher: string;
  readonly path: string;
  readonly length: number;
  readonly target: TargetFile;
}

/** What a publisher signed, and the public keys of those who did. */
export interface SignedList {
  readonly metadata: Metadata<Targets>;
  readonly signers: readonly string[];
}

/** @throws nothing: what does not fit is told beside the rest */
export function listedPacks(
  delegator: Metadata<Targets>,
  role: string,
  { metadata, signers }: SignedList,
): { readonly packs: readonly ListedPack[]; readonly faults: readonly Withheld[] } {
  const delegations = delegator.signed.delegations;
  const delegated = delegations?.roles?.[role];
  if (delegations === undefined || delegated === undefined) return { packs: [], faults: [] };
  const authority = authorityOf(delegated, delegations.keys);
  const packs: ListedPack[] = [];
  const faults: Withheld[] = [];
  for (const [path, target] of Object.entries(metadata.signed.targets ?? {})) {
    const id = packOfTarget(path);
    const custom = customSchema.safeParse(target.custom);
    const sha256 = target.hashes.sha256 ?? '';
    if (id === null) faults.push({ kind: 'name', role, name: path, pack: path });
    else if (!custom.success || custom.data.id !== id || custom.data.publisher !== role || !isManifest(target))
      faults.push({ kind: 'unsupported', role, pack: id });
    else packs.push({ ...custom.data, path, sha256, length: target.length, target, signers, authority });
  }
  return { packs, faults };
}

const isManifest = ({ length, hashes }: TargetFile): boolean =>
  Number.isSafeInteger(length) && length > 0 && length <= LIMITS.manifest && /^[0-9a-f]{64}$/.test(hashes.sha256 ?? '');
