import { lstat } from 'node:fs/promises';
import { openArchiveRepository } from '#pack/carriers/archive-repository.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { type Fetch, httpsRepository } from '#pack/carriers/https-repository.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { Failure } from '#tool/failure.ts';

interface Place {
  readonly carrier: RepositoryCarrier;
  /** One file, which may carry one pack of many. */
  readonly isFile: boolean;
}

/** Opens an address, a folder or a `.satchel` file. @throws Failure */
export async function openPlace(place: string, signal: AbortSignal, fetch: Fetch): Promise<Place> {
  if (/^[a-z]{2,}:\/\//i.test(place)) {
    try {
      return { carrier: httpsRepository(place, fetch), isFile: false };
    } catch (error) {
      if (error instanceof CarrierRefused)
        throw new Failure(`${place} is not asked: an address is that of a folder, by https.`);
      throw error;
    }
  }
  const stat = await lstat(place).catch((): never => {
    throw new Failure(`${place} is not there, or cannot be read.`);
  });
  if (stat.isDirectory()) return { carrier: folderRepository(place), isFile: false };
  const carrier = await openArchiveRepository(place, signal).catch((error: unknown): never => {
    if (!(error instanceof CarrierRefused)) throw error;
    throw new Failure(
      error.fault.why === 'unsigned'
        ? `${place} is not signed: it has no metadata/1.root.json.`
        : `${place} is no .satchel file that can be read.`,
    );
  });
  return { carrier, isFile: true };
}
