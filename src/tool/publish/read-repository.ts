import { sha256 } from '#pack/blob.ts';
import { Failure } from '#tool/failure.ts';
import { type Repository, TIMESTAMP, versionedName } from './repository.ts';
import {
  folderTree,
  type RepositoryReadEffects,
  type RepositoryTree,
  repositoryReadEffects,
} from './repository-tree.ts';
import { isPublisher } from './role.ts';
import {
  type AnySigned,
  isSignedFor,
  type MetaFile,
  metadataOf,
  type RootSigned,
  type SignedFile,
  type SnapshotSigned,
  type TargetsSigned,
  type TimestampSigned,
} from './signed-file.ts';

/**
 * The metadata of a repository in a folder, each signature and hash of it held to its root: whoever signs again what
 * somebody changed on a server would make it right. What has expired is read: it is to be signed again.
 *
 * @returns `null` for a folder without metadata
 * @throws Failure what does not hold
 */
export const readRepository = (
  folder: string,
  effects: RepositoryReadEffects = repositoryReadEffects,
): Promise<Repository | null> => readTree(folderTree(folder, effects));

/** The same of any tree. */
export async function readTree(tree: RepositoryTree): Promise<Repository | null> {
  const { read } = tree;
  const [root, before] = await newestRoots(tree);
  if (root === undefined) return null;
  // A rotation that was broken off has left its root, which laptops may have, and no timestamp yet.
  const roots = before === undefined ? [root] : [root, before];
  const needed = async (name: string): Promise<Buffer> => {
    const bytes = await read(name);
    if (bytes === null) throw new Failure(`${tree.path(name)} is missing.`);
    return bytes;
  };
  const bad = (name: string, why: string): never => {
    throw new Failure(`${tree.path(name)} ${why}. Nothing was signed: find out who changed the repository.`);
  };
  const timestamp = signedOf<TimestampSigned>(await needed(TIMESTAMP), 'timestamp', () => bad(TIMESTAMP, 'is damaged'));
  if (!roots.some((one) => isSignedFor(one, 'timestamp', timestamp)))
    bad(TIMESTAMP, 'is not signed by the keys of its root');
  const named = async <Signed extends AnySigned>(
    role: string,
    kind: Signed['_type'],
    listed: MetaFile | undefined,
    by: readonly (SignedFile<RootSigned> | SignedFile<TargetsSigned>)[],
  ): Promise<SignedFile<Signed>> => {
    if (listed === undefined) return bad(TIMESTAMP, `leads to no metadata of ${role}`);
    const name = versionedName(role, listed.version);
    const bytes = await needed(name);
    if (sha256(bytes) !== listed.hashes.sha256) bad(name, 'is not the file that was signed');
    const file = signedOf<Signed>(bytes, kind, () => bad(name, 'is damaged'));
    if (!by.some((one) => isSignedFor(one, role, file))) bad(name, `is not signed by the keys of ${role}`);
    return file;
  };
  const snapshot = await named<SnapshotSigned>('snapshot', 'snapshot', timestamp.signed.meta['snapshot.json'], roots);
  const { meta } = snapshot.signed;
  const targets = await named<TargetsSigned>('targets', 'targets', meta['targets.json'], roots);
  const publishers = new Map<string, SignedFile<TargetsSigned>>();
  for (const { name } of targets.signed.delegations?.roles ?? []) {
    if (!isPublisher(name)) bad(versionedName('targets', targets.signed.version), `names a role ${name}`);
    publishers.set(name, await named<TargetsSigned>(name, 'targets', meta[`${name}.json`], [targets]));
  }
  return { root, targets, publishers, snapshot, timestamp };
}

/** The newest root, and the one before it. */
async function newestRoots({ read, path }: RepositoryTree): Promise<readonly SignedFile<RootSigned>[]> {
  let newest: SignedFile<RootSigned> | undefined;
  let former: SignedFile<RootSigned> | undefined;
  for (let version = 1; ; version++) {
    const name = versionedName('root', version);
    const bytes = await read(name);
    if (bytes === null) return [newest, former].flatMap((one) => one ?? []);
    const bad = (): never => {
      throw new Failure(`${path(name)} is not a root that follows from the one before.`);
    };
    const next = signedOf<RootSigned>(bytes, 'root', bad);
    const isNext = next.signed.version === version && isSignedFor(next, 'root', next);
    if (!isNext || (newest !== undefined && !isSignedFor(newest, 'root', next))) bad();
    [newest, former] = [next, newest];
  }
}

function signedOf<Signed extends AnySigned>(
  bytes: Buffer,
  kind: Signed['_type'],
  bad: () => never,
): SignedFile<Signed> {
  try {
    const json = JSON.parse(bytes.toString('utf8')) as { signed: Signed; signatures: unknown[] };
    if (json.signed._type !== kind) return bad();
    metadataOf(json);
    return { signed: json.signed, bytes };
  } catch (error) {
    if (error instanceof Failure) throw error;
    return bad();
  }
}
