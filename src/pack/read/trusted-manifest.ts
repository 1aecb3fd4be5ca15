import { canonicalJson } from '#domain/canonical.ts';
import { LIMITS } from '#domain/limits.ts';
import { type Manifest, manifestSchema, PACK_FORMAT } from '#domain/manifest.ts';
import { visibleManifest } from '#markdown/visible-pack.ts';
import { sha256 } from '#pack/blob.ts';
import type { Carrier } from '#pack/carriers/carrier.ts';
import { fail, failTooLarge } from '#pack/refusal.ts';

/** What a problem calls the manifest. */
const PART = 'pack.json';

export interface TrustedManifest {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's bytes: names this release whatever carried it. */
  readonly hash: string;
}

/**
 * The one place that decides which manifest of a carrier counts. Today: there is exactly one, and its name is the
 * hash of its bytes. When sources are signed, `metadata/` will name the hash instead.
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

function readManifest(bytes: Uint8Array, file: string): Manifest {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return fail({ code: 'pack-damaged', file, part: PART });
  }
  // The format is read before anything else: a newer one may look quite different.
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && Number.isSafeInteger(format) && format > PACK_FORMAT) {
    return fail({ code: 'pack-too-new', file, format });
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success || !isCanonical(value, text)) return fail({ code: 'pack-damaged', file, part: PART });
  const shown = visibleManifest(parsed.data);
  const isNamed = [shown.title, shown.version, shown.publisher].every((words) => words.trim() !== '');
  return isNamed ? shown : fail({ code: 'pack-damaged', file, part: PART });
}

/** Two spellings of one value would be two hashes, and a key written twice would mean two things. */
function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
