import { join } from 'node:path';
import { readRegular } from '#files/regular-file.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { Failure } from '#tool/failure.ts';

/** Where the files of a repository are read, by their names in it. */
export interface RepositoryTree {
  /** What a person calls a file of it. */
  path(name: string): string;
  /** `null` where it is not. @throws Failure where it cannot be read */
  read(name: string): Promise<Buffer | null>;
}

export interface RepositoryReadEffects {
  /** @throws with the code `ENOENT` where nothing stands */
  readonly read: (path: string) => Promise<Buffer>;
}

const LONGEST = 8 * 1024 * 1024;
export const repositoryReadEffects: RepositoryReadEffects = { read: (path) => readRegular(path, LONGEST) };

/** The folder that a publisher works in. */
export function folderTree(folder: string, effects: RepositoryReadEffects = repositoryReadEffects): RepositoryTree {
  return {
    path: (name) => join(folder, name),
    read: (name) =>
      effects.read(join(folder, name)).catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code === 'ENOENT' || code === 'ENOTDIR') return null;
        throw new Failure(`${join(folder, name)} could not be read.`);
      }),
  };
}

/** What lies at any place, as an address. A place that cannot be reached is never an empty one. */
export function carriedTree(place: string, carrier: RepositoryCarrier, signal: AbortSignal): RepositoryTree {
  const path = (name: string): string => `${place}${/[/\\]$/.test(place) ? '' : '/'}${name}`;
  return {
    path,
    async read(name) {
      const answer = await carrier.read(name, { most: LONGEST, signal }).catch((error: unknown): never => {
        if (error instanceof CarrierRefused) throw new Failure(`${path(name)} could not be read.`);
        throw error;
      });
      return answer.is === 'bytes' ? answer.bytes : null;
    },
  };
}
