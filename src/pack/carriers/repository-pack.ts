import type { Manifest } from '#domain/pack/manifest.ts';
import { largestBlob, sha256 } from '#pack/blob.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import { MANIFEST_PART, readManifest } from '#pack/read/manifest-bytes.ts';
import { fail } from '#pack/refusal.ts';
import type { Carrier, CarrierEntry } from './carrier.ts';
import { CarrierRefused, type RepositoryCarrier } from './repository-carrier.ts';

/** A release as verified metadata names it. */
export interface NamedRelease {
  readonly id: string;
  readonly release: number;
  /** Of the manifest. */
  readonly sha256: string;
  /** Bytes of the manifest. */
  readonly length: number;
}

/**
 * One release of a repository as the carrier of a pack: the manifest that metadata names, and the files that it names.
 * Read it with `openCarried`. Closing it leaves the repository open.
 * @throws ProblemError where the manifest is not there, or not the one that was named
 */
export async function openRepositoryPack(
  repository: RepositoryCarrier,
  named: NamedRelease,
  signal: AbortSignal,
): Promise<Carrier> {
  const file = repository.name;
  const read = async (path: string, most: number, part: string): Promise<Buffer> => {
    const answer = await repository.read(path, { most, signal }).catch((error: unknown): never => {
      if (!(error instanceof CarrierRefused)) throw error;
      const { why } = error.fault;
      return why === 'unreachable' || why === 'stopped'
        ? fail({ code: 'file-unreadable', file })
        : fail({ code: 'pack-damaged', file, part });
    });
    return answer.is === 'bytes' ? answer.bytes : fail({ code: 'pack-damaged', file, part });
  };
  const path = manifestEntryName(named.id, named.sha256);
  const bytes = await read(path, named.length, MANIFEST_PART);
  if (sha256(bytes) !== named.sha256) fail({ code: 'pack-damaged', file, part: MANIFEST_PART });
  const manifest = readManifest(bytes, file);
  if (manifest.id !== named.id || manifest.release !== named.release)
    fail({ code: 'pack-damaged', file, part: MANIFEST_PART });
  const entry: CarrierEntry = {
    name: { kind: 'manifest', pack: named.id, sha256: named.sha256 },
    path,
    size: bytes.length,
  };
  const entries: readonly CarrierEntry[] = [entry, ...blobsOf(manifest)];
  return {
    file,
    size: entries.reduce((sum, { size }) => sum + size, 0),
    entries,
    read: async (wanted, part) => {
      if (!entries.includes(wanted)) throw new TypeError('an entry of another carrier');
      // What was verified is not asked for twice.
      if (wanted === entry) return bytes;
      return read(wanted.path, wanted.size, part);
    },
    close: async () => {},
  };
}

/** How many bytes a blob has is not written anywhere: it is read up to the most that it may have. */
function blobsOf({ files }: Manifest): readonly CarrierEntry[] {
  const sizes = new Map<string, number>();
  for (const { sha256: hash, size } of files) sizes.set(hash, Math.max(size, sizes.get(hash) ?? 0));
  return [...sizes].map(([hash, size]) => ({
    name: { kind: 'blob', sha256: hash },
    path: blobEntryName(hash),
    size: largestBlob(size),
  }));
}
