import type { Manifest } from '#domain/pack/manifest.ts';
import { MOST_TARGETS } from '#pack/trust/carrier-fetcher.ts';
import { targetPath } from '#pack/trust/names.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import { Failure } from '#tool/failure.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { nextVersion } from './left-names.ts';
import type { Edition, Repository } from './repository.ts';
import { sealed } from './sealed-edition.ts';
import { signedPublisher } from './signed-roles.ts';

/** A built release: what its manifest says, and all its files. */
export interface BuiltRelease {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's bytes. */
  readonly hash: string;
  readonly entries: readonly PackEntry[];
}

/** @throws Failure where nobody may sign the pack, it is not newer, or keys are missing */
export function addRelease(
  before: Repository,
  { manifest, hash, entries }: BuiltRelease,
  keys: readonly SigningKey[],
  now: Date,
): Edition {
  const { id, release, version, title } = manifest;
  const path = targetPath(id);
  const role = roleFor(before, id);
  const current = before.publishers.get(role);
  if (current === undefined) throw new Failure(`The repository has no metadata of ${role}.`);
  const older = current.signed.targets[path]?.custom.release ?? 0;
  if (release <= older)
    throw new Failure(`${id} has release ${older} in the repository: raise "release" in pack.yaml above it.`);
  const bytes = entries.find(({ name }) => name.startsWith('targets/'))?.bytes;
  if (bytes === undefined) throw new TypeError('a release without its manifest');
  const targets = {
    ...current.signed.targets,
    [path]: {
      length: bytes.length,
      hashes: { sha256: hash },
      custom: { id, release, version, title, publisher: role },
    },
  };
  if (Object.keys(targets).length > MOST_TARGETS)
    throw new Failure(
      `${role} signs ${MOST_TARGETS} packs already, and a laptop reads no more of one publisher: let another publisher sign ${id}.`,
    );
  const next = signedPublisher(
    before.targets,
    role,
    targets,
    nextVersion(before, role, current.signed.version),
    keys,
    now,
  );
  const edition = sealed(before, { publishers: new Map([[role, next]]) }, keys, now);
  return { ...edition, files: [...entries, ...edition.files] };
}

/** The role that may sign a pack. @throws Failure */
function roleFor({ targets }: Repository, pack: string): string {
  const roles = targets.signed.delegations?.roles ?? [];
  const found = roles.find(({ paths }) => paths.some((path) => pack.startsWith(prefixOf(path))));
  if (found !== undefined) return found.name;
  const list = roles.flatMap(({ paths }) => paths.map((path) => `"${prefixOf(path)}"`)).join(', ');
  throw new Failure(
    `Nobody may publish ${pack} here: ids of packs begin with ${list || 'nothing that is known'}. Give a publisher this beginning with satchel rotate --prefix.`,
  );
}

const prefixOf = (path: string): string => path.replace(/^packs\//, '').replace(/\*\/\*$/, '');
