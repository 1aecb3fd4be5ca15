import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import { manifestSchema } from '#domain/pack/manifest.ts';
import { readRegular } from '#files/regular-file.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import { targetPath } from '#pack/trust/names.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import { Failure } from '#tool/failure.ts';
import { type Repository, TIMESTAMP, versionedName } from './repository.ts';

/**
 * The files of a repository that one of its packs needs, sorted by name: all roots, the metadata of today, the manifest
 * and its blobs. As one archive they are a `.satchel` file with all that vouches for it.
 * @throws Failure where one cannot be read
 */
export async function treeEntries(folder: string, repository: Repository, pack: string): Promise<readonly PackEntry[]> {
  const { root, targets, publishers, snapshot, timestamp } = repository;
  const read = async (name: string): Promise<PackEntry> => ({
    name,
    bytes: await readRegular(join(folder, name), LIMITS.packFile).catch((): never => {
      throw new Failure(`${join(folder, name)} could not be read.`);
    }),
  });
  const hash = [...publishers.values()].flatMap(
    ({ signed }) => signed.targets[targetPath(pack)]?.hashes.sha256 ?? [],
  )[0];
  if (hash === undefined) throw new TypeError('a pack that the repository has not');
  const manifest = await read(manifestEntryName(pack, hash));
  const { files } = manifestSchema.parse(JSON.parse(manifest.bytes.toString('utf8')));
  const entries: PackEntry[] = [
    { name: TIMESTAMP, bytes: timestamp.bytes },
    { name: versionedName('snapshot', snapshot.signed.version), bytes: snapshot.bytes },
    { name: versionedName('targets', targets.signed.version), bytes: targets.bytes },
    ...[...publishers].map(([role, { signed, bytes }]) => ({ name: versionedName(role, signed.version), bytes })),
    manifest,
  ];
  for (let version = 1; version <= root.signed.version; version++)
    entries.push(await read(versionedName('root', version)));
  for (const name of new Set(files.map(({ sha256 }) => blobEntryName(sha256)))) entries.push(await read(name));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
