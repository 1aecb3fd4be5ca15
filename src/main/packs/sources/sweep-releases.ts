import type { HereRelease, KeptSize } from '#bridge/packs.ts';
import type { PackSource } from '#domain/pack/source.ts';
import { ProblemError } from '#domain/problem.ts';
import type { Reader } from '../../reading/reader.ts';
import type { ReleaseStore } from './release-store.ts';

interface Needed {
  readonly here: readonly HereRelease[];
  readonly sources: readonly PackSource[];
  /** Packs that a person took off: what sources offer of them is fetched anew, if it is wanted again. */
  readonly takenOff: ReadonlySet<string>;
}

/**
 * Takes away what belongs to nobody: manifests of releases that are neither here nor offered, blobs of those that are
 * neither here nor may be on their way. Answers what is left of each pack, and of it alone.
 */
export async function sweepReleases(
  { here, sources, takenOff }: Needed,
  store: ReleaseStore,
  reader: Reader,
): Promise<readonly KeptSize[]> {
  const installed = new Set(here.map(({ sha256 }) => sha256));
  const offered = new Set(sources.flatMap(({ known }) => known.packs.map(({ sha256 }) => sha256)));
  const packsOf = new Map<string, Set<string>>();
  for (const { id, sha256 } of await store.manifests()) {
    if (!installed.has(sha256) && !offered.has(sha256)) {
      await store.dropManifest(id, sha256);
      continue;
    }
    if (!installed.has(sha256) && takenOff.has(id)) continue;
    const files = await reader.ask('release:files', { store: store.folder, id, sha256 }).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    for (const blob of files?.blobs ?? [])
      packsOf.set(blob.sha256, (packsOf.get(blob.sha256) ?? new Set<string>()).add(id));
  }
  await store.keepBlobs(new Set(packsOf.keys()));
  const bytes = new Map<string, number>();
  for (const [sha256, size] of await store.blobs()) {
    const [pack, another] = packsOf.get(sha256) ?? [];
    if (pack !== undefined && another === undefined) bytes.set(pack, (bytes.get(pack) ?? 0) + size);
  }
  return [...bytes].map(([pack, size]) => ({ pack, bytes: size }));
}
