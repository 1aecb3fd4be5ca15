import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Repository, versionedName } from './repository.ts';

/**
 * A repository with the names that runs have left which were broken off. What lies under them may have been copied to
 * where it is kept for ever, so the next edition goes past them.
 */
export async function withLeftNames(folder: string, repository: Repository): Promise<Repository> {
  const names = await readdir(join(folder, 'metadata')).catch((): string[] => []);
  const { targets, snapshot, publishers } = repository;
  const parts = [['targets', targets] as const, ['snapshot', snapshot] as const, ...publishers];
  const current = new Map(parts.map(([role, { signed }]) => [role, signed.version]));
  const left = names.filter((name) => {
    const [, version, role = ''] = /^(\d+)\.(.+)\.json$/.exec(name) ?? [];
    return role !== 'root' && version !== undefined && Number(version) > (current.get(role) ?? 0);
  });
  return left.length === 0 ? repository : { ...repository, left: new Set(left.map((name) => `metadata/${name}`)) };
}

/** The number of a role's next edition, whose name is free. */
export function nextVersion(before: Pick<Repository, 'left'> | null, role: string, current: number): number {
  let version = current + 1;
  // One after the other: a single name that somebody laid there cannot use up all numbers.
  while (before?.left?.has(versionedName(role, version))) version++;
  return version;
}
