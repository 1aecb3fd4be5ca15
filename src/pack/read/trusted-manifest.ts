import { LIMITS } from '#domain/limits.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import { sha256 } from '#pack/blob.ts';
import type { Carrier } from '#pack/carriers/carrier.ts';
import { fail, failTooLarge } from '#pack/refusal.ts';
import { MANIFEST_PART as PART, readManifest } from './manifest-bytes.ts';

export interface TrustedManifest {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's bytes: names this release whatever carried it. */
  readonly hash: string;
}

/**
 * The one place that decides which manifest of a carrier counts: there is exactly one, and its name is the hash of its
 * bytes. What a repository carries has the one that its signed metadata names (`carriers/repository-pack`).
 */
export async function trustedManifest(carrier: Carrier): Promise<TrustedManifest> {
  const { file } = carrier;
  const [found, other] = carrier.entries.flatMap((entry) =>
    entry.name.kind === 'manifest' ? [{ entry, name: entry.name }] : [],
  );
  if (found === undefined) return fail({ code: 'not-a-pack', file });
  if (other !== undefined) return fail({ code: 'pack-damaged', file, part: PART });
  if (found.entry.size > LIMITS.manifest) {
    return failTooLarge(file, LIMITS.manifest);
  }
  const bytes = await carrier.read(found.entry, PART);
  if (sha256(bytes) !== found.name.sha256) fail({ code: 'pack-damaged', file, part: PART });
  const manifest = readManifest(bytes, file);
  if (manifest.id !== found.name.pack) fail({ code: 'pack-damaged', file, part: PART });
  return { manifest, hash: found.name.sha256 };
}
