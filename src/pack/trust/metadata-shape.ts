import type { Metadata, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { PUBLISHER_ROLE } from './names.ts';
import { TrustRefused } from './trust-fault.ts';

/** More publishers than a source has. */
export const MOST_ROLES = 200;

/**
 * Holds verified metadata to what a repository of ours is; TUF allows more.
 * @throws TrustRefused
 */
export function demandShape({
  root,
  timestamp,
  snapshot,
  targets,
}: {
  readonly root: Metadata<Root>;
  readonly timestamp: Metadata<Timestamp>;
  readonly snapshot: Metadata<Snapshot>;
  readonly targets: Metadata<Targets>;
}): void {
  // Without consistent snapshots a reader may see half of an edition.
  if (!root.signed.consistentSnapshot) throw new TrustRefused({ kind: 'unsupported', role: 'root' });
  for (const [role, { signed }] of Object.entries({ root, timestamp, snapshot, targets })) demandPlain(role, signed);
  for (const [file, { version }] of Object.entries(snapshot.signed.meta))
    demandVersion(file.replace(/\.json$/, ''), version);
  const roles = Object.keys(targets.signed.delegations?.roles ?? {});
  if (targets.signed.delegations?.succinctRoles !== undefined || roles.length > MOST_ROLES)
    throw new TrustRefused({ kind: 'unsupported', role: 'targets' });
  // Which role speaks for a path depends on all of them: none can be left out.
  const odd = roles.find((role) => !PUBLISHER_ROLE.test(role));
  if (odd !== undefined) throw new TrustRefused({ kind: 'name', role: 'targets', name: odd });
}

const WHEN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** A date that cannot be read would never pass, and a version without end would be older than none. */
export function demandPlain(
  role: string,
  { expires, version }: { readonly expires: string; readonly version: number },
): void {
  if (!WHEN.test(expires) || Number.isNaN(Date.parse(expires))) throw new TrustRefused({ kind: 'damaged', role });
  demandVersion(role, version);
}

function demandVersion(role: string, version: number): void {
  if (!Number.isSafeInteger(version) || version < 1) throw new TrustRefused({ kind: 'damaged', role });
}
