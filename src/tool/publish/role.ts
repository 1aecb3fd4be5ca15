import { PUBLISHER_ROLE } from '#pack/trust/names.ts';

/** Who signs: `online` is one key for snapshot and timestamp, `packs-<publisher>` a team that publishes packs. */
export type Role = 'root' | 'targets' | 'online' | `packs-${string}`;

export const isPublisher = (role: string): role is `packs-${string}` => PUBLISHER_ROLE.test(role);

export const isRole = (role: string): role is Role =>
  role === 'root' || role === 'targets' || role === 'online' || isPublisher(role);

/** How many keys a role is founded with, and how many of them must sign. */
const SHARES: Readonly<Record<'root' | 'targets' | 'online' | 'publisher', { keys: number; threshold: number }>> = {
  root: { keys: 3, threshold: 2 },
  targets: { keys: 3, threshold: 2 },
  online: { keys: 1, threshold: 1 },
  // An editor and a reviewer.
  publisher: { keys: 2, threshold: 2 },
};

export const sharesOf = (role: Role): { readonly keys: number; readonly threshold: number } =>
  role === 'root' || role === 'targets' || role === 'online' ? SHARES[role] : SHARES.publisher;

/**
 * Days that what a role signed is good for. The short ones are signed again each week; ninety days let a stick
 * outlast a long leave.
 */
export const DAYS = { root: 730, targets: 365, publisher: 365, snapshot: 90, timestamp: 90 } as const;

/** `YYYY-MM-DDTHH:MM:SSZ`, so many days after a time. */
export const expiryOf = (days: number, now: Date): string =>
  `${new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
