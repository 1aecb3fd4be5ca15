import { sha256 } from '#pack/blob.ts';
import type { Terminal } from '#tool/terminal.ts';
import type { Repository } from './repository.ts';
import type { AnySigned, SignedFile } from './signed-file.ts';

/** What a command says of a repository that it signed. */
interface RoleState {
  readonly role: string;
  readonly version: number;
  /** ISO 8601 */
  readonly expires: string;
}

const stateOf = (role: string, { signed }: SignedFile<AnySigned>): RoleState => ({
  role,
  version: signed.version,
  expires: signed.expires,
});

/** Each role of a repository, with its version and the end of its time. */
export const rolesOf = ({ root, targets, publishers, snapshot, timestamp }: Repository): readonly RoleState[] => [
  stateOf('root', root),
  stateOf('timestamp', timestamp),
  stateOf('snapshot', snapshot),
  stateOf('targets', targets),
  ...[...publishers].map(([role, file]) => stateOf(role, file)),
];

export function tellRoles(repository: Repository, terminal: Terminal): void {
  for (const { role, version, expires } of rolesOf(repository))
    terminal.line(`  ${role.padEnd(24)} version ${`${version}`.padStart(4)}, good until ${expires.slice(0, 10)}`);
}

/** By which people compare roots, as by telephone: eight groups of eight. */
export const fingerprint = (root: Uint8Array): string => (sha256(root).match(/.{8}/g) ?? []).join(' ');
