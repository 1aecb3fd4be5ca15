import type { Repository } from './repository.ts';
import { versionedName } from './repository.ts';
import type { RepositoryTree } from './repository-tree.ts';

/** A repository that was read, and where. */
export interface HeldRepository {
  readonly tree: RepositoryTree;
  readonly repository: Repository;
}

/** How what is placed stands to the copy at hand. */
export type Standing =
  | { readonly is: 'same' }
  /** The copy goes on from it. */
  | { readonly is: 'behind' }
  /** Somebody signed what the copy has not. */
  | { readonly is: 'newer'; readonly role: string; readonly there: number; readonly here: number }
  /** Both were signed apart, under one number. */
  | { readonly is: 'apart'; readonly role: string; readonly version: number }
  /** It is another repository. */
  | { readonly is: 'foreign' };

/**
 * Names with a number are used once, so a copy that goes on from what is placed still has its root and its snapshot,
 * byte for byte. Numbers alone would not say it: two copies count alike.
 */
export async function standingOf(copy: HeldRepository, placed: HeldRepository): Promise<Standing> {
  const [here, there] = [copy.repository, placed.repository];
  const has = async (name: string, bytes: Buffer | null): Promise<boolean> =>
    bytes !== null && ((await copy.tree.read(name))?.equals(bytes) ?? false);
  const first = versionedName('root', 1);
  if (!(await has(first, await placed.tree.read(first)))) return { is: 'foreign' };
  const newer = (role: 'root' | 'snapshot' | 'timestamp'): Standing | null => {
    const [its, ours] = [there[role].signed.version, here[role].signed.version];
    return its > ours ? { is: 'newer', role, there: its, here: ours } : null;
  };
  for (const role of ['root', 'snapshot'] as const) {
    const ahead = newer(role);
    if (ahead !== null) return ahead;
    const { signed, bytes } = there[role];
    if (!(await has(versionedName(role, signed.version), bytes))) return { is: 'apart', role, version: signed.version };
  }
  const ahead = newer('timestamp');
  if (ahead !== null) return ahead;
  const isSame = there.timestamp.bytes.equals(here.timestamp.bytes);
  if (!isSame && there.timestamp.signed.version === here.timestamp.signed.version)
    return { is: 'apart', role: 'timestamp', version: there.timestamp.signed.version };
  return { is: isSame && there.root.signed.version === here.root.signed.version ? 'same' : 'behind' };
}

/** Why nothing may be signed or placed over it; `null` where it may. */
export function standingWords(standing: Standing, copy: string, placed: string): string | null {
  switch (standing.is) {
    case 'same':
    case 'behind':
      return null;
    case 'newer':
      return `${placed} is newer than ${copy}: it has ${standing.role} ${standing.there}, and ${copy} has ${standing.here}. Fetch it first.`;
    case 'apart':
      return `${placed} and ${copy} were signed apart: ${standing.role} ${standing.version} of the one is not that of the other. Fetch what is placed first, then do again what you did.`;
    case 'foreign':
      return `${placed} is another repository than ${copy}: its first root is not the same.`;
  }
}
