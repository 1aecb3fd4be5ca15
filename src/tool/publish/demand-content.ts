import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import { ProblemError } from '#domain/problem.ts';
import { readRegular } from '#files/regular-file.ts';
import { holdsBlob, largestBlob, sha256 } from '#pack/blob.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import { readManifest } from '#pack/read/manifest-bytes.ts';
import { Failure } from '#tool/failure.ts';
import type { Terminal } from '#tool/terminal.ts';
import type { Repository } from './repository.ts';

/**
 * Holds each file of each release that counts to the hash that was signed: whoever signs on over what somebody changed
 * would say that all is well. `replaced`: the pack whose release is about to be followed; where files of it are gone,
 * the next release brings its own.
 * @throws Failure which file it is
 */
export async function demandContent(
  folder: string,
  { publishers }: Repository,
  terminal: Pick<Terminal, 'progress'>,
  replaced?: string,
): Promise<void> {
  const bad = (name: string, why: string): never => {
    throw new Failure(`${join(folder, name)} ${why}. Nothing was signed: find out who changed the repository.`);
  };
  const blobs = new Map<string, { readonly sha256: string; readonly size: number; readonly isNeeded: boolean }>();
  for (const { signed } of publishers.values())
    for (const { length, hashes, custom } of Object.values(signed.targets)) {
      const name = manifestEntryName(custom.id, hashes.sha256);
      const isNeeded = custom.id !== replaced;
      const bytes = await readAt(join(folder, name), length);
      if (bytes === null) {
        if (isNeeded) bad(name, 'is missing');
        continue;
      }
      if (bytes === 'longer' || bytes.length !== length || sha256(bytes) !== hashes.sha256)
        bad(name, 'is not the file that was signed');
      else
        for (const file of filesOf(bytes, () => bad(name, 'is no manifest'))) {
          const known = blobs.get(file.sha256);
          blobs.set(file.sha256, { ...file, isNeeded: isNeeded || known?.isNeeded === true });
        }
    }
  let done = 0;
  for (const { isNeeded, ...listed } of blobs.values()) {
    const name = blobEntryName(listed.sha256);
    const bytes = await readAt(join(folder, name), largestBlob(listed.size));
    if (bytes === null && isNeeded) bad(name, 'is missing');
    if (bytes === 'longer' || (bytes !== null && !(await holdsBlob(bytes, listed))))
      bad(name, 'is not the file that was signed');
    done += 1;
    terminal.progress('Files verified:', done, blobs.size);
  }
}

function filesOf(bytes: Buffer, bad: () => never): Manifest['files'] {
  try {
    return readManifest(bytes, '').files;
  } catch (error) {
    if (error instanceof ProblemError) return bad();
    throw error;
  }
}

/** `null` where it is not, `longer` where it has more bytes than it may. @throws Failure */
function readAt(path: string, most: number): Promise<Buffer | null | 'longer'> {
  return readRegular(path, Math.min(most, LIMITS.packFile)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'EFBIG') return 'longer' as const;
    throw new Failure(`${path} could not be read.`);
  });
}
