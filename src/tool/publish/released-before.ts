import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import { readRegular } from '#files/regular-file.ts';
import { sha256 } from '#pack/blob.ts';
import { manifestEntryName } from '#pack/entry-name.ts';
import { readManifest } from '#pack/read/manifest-bytes.ts';
import { targetPath } from '#pack/trust/names.ts';
import { Failure } from '#tool/failure.ts';
import type { BuiltRelease } from './add-release.ts';
import type { Repository } from './repository.ts';

/**
 * Laptops remember the number of a pack that was taken out: under it they would refuse what comes back. The manifests
 * of its releases still lie there.
 * @throws Failure where the number was used by another content
 */
export async function demandNewNumber(
  folder: string,
  { publishers }: Repository,
  { manifest: { id, release }, hash }: Pick<BuiltRelease, 'manifest' | 'hash'>,
): Promise<void> {
  // What is listed says its number itself.
  if ([...publishers.values()].some(({ signed }) => signed.targets[targetPath(id)] !== undefined)) return;
  const names = await readdir(join(folder, 'targets', 'packs', id)).catch((): string[] => []);
  for (const name of names) {
    const its = name.replace('.pack.json', '');
    const path = join(folder, manifestEntryName(id, its));
    const bytes = its === hash ? null : await readRegular(path, LIMITS.manifest).catch(() => null);
    // What was changed says nothing.
    if (bytes === null || sha256(bytes) !== its) continue;
    const older = numberOf(bytes, path);
    if (release <= older)
      throw new Failure(`${id} had release ${older} in the repository: raise "release" in pack.yaml above it.`);
  }
}

function numberOf(bytes: Buffer, path: string): number {
  try {
    return readManifest(bytes, path).release;
  } catch (error) {
    if (error instanceof ProblemError) return 0;
    throw error;
  }
}
