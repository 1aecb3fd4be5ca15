import { canonicalJson } from '#domain/canonical.ts';
import { type Manifest, manifestSchema, PACK_FORMAT } from '#domain/pack/manifest.ts';
import { visibleManifest } from '#markdown/visible-pack.ts';
import { fail } from '#pack/refusal.ts';

/** What a problem calls the manifest. */
export const MANIFEST_PART = 'pack.json';

/**
 * What a manifest says, as a person can see all of it. Its bytes are not held to any hash here.
 * @throws ProblemError
 */
export function readManifest(bytes: Uint8Array, file: string): Manifest {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return fail({ code: 'pack-damaged', file, part: MANIFEST_PART });
  }
  // The format is read before anything else: a newer one may look quite different.
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && Number.isSafeInteger(format) && format > PACK_FORMAT) {
    return fail({ code: 'pack-too-new', file, format });
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success || !isCanonical(value, text)) return fail({ code: 'pack-damaged', file, part: MANIFEST_PART });
  const shown = visibleManifest(parsed.data);
  const isNamed = [shown.title, shown.version, shown.publisher].every((words) => words.trim() !== '');
  return isNamed ? shown : fail({ code: 'pack-damaged', file, part: MANIFEST_PART });
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
