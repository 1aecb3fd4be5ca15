import { sha256 } from '#pack/blob.ts';
import { countWords } from '#tool/findings.ts';
import type { Terminal } from '#tool/terminal.ts';
import { dayHere } from './day-here.ts';
import type { Repository } from './repository.ts';
import { isPublisher } from './role.ts';
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
    terminal.line(`  ${role.padEnd(24)} version ${`${version}`.padStart(4)}, good until ${dayHere(expires)}`);
}

/** Days before its end at which a role is spoken of. */
const SOON = 30;
const DAY = 86_400_000;

/** Roles that are good no more. */
export const pastRoles = (repository: Repository, now: Date): readonly string[] =>
  rolesOf(repository).flatMap(({ role, expires }) => (Date.parse(expires) <= now.getTime() ? [role] : []));

/** Whether laptops rely on nothing of it: not for a publisher alone. */
export const isRefused = (repository: Repository, now: Date): boolean =>
  pastRoles(repository, now).some((role) => !isPublisher(role));

/** Says which roles are past their date, or soon will be. */
export function tellDates(repository: Repository, terminal: Pick<Terminal, 'line'>, now: Date): void {
  for (const { role, expires } of rolesOf(repository)) {
    const days = Math.floor((Date.parse(expires) - now.getTime()) / DAY);
    if (days >= SOON) continue;
    const until = dayHere(expires);
    const again = `Sign it again with satchel resign${SHORT.includes(role) ? '' : ` --role ${role}`}.`;
    terminal.line(
      Date.parse(expires) <= now.getTime()
        ? `What ${role} signed was good until ${until}, and laptops rely on it no more. ${again}`
        : `What ${role} signed is good until ${until} only: ${countWords(days, 'whole day')} from now. ${again}`,
    );
  }
}

/** Roles that every signing signs again. */
const SHORT: readonly string[] = ['snapshot', 'timestamp'];

/** By which people compare roots, as by telephone: eight groups of eight. */
export const fingerprint = (root: Uint8Array): string => (sha256(root).match(/.{8}/g) ?? []).join(' ');
