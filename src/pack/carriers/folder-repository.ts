import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { shownName } from '#archive/shown-name.ts';
import { readRegular } from '#files/regular-file.ts';
import { readEntryName } from '#pack/entry-name.ts';
import { CarrierRefused, type RepositoryCarrier, untilStopped } from './repository-carrier.ts';

export interface FolderRepositoryEffects {
  /** What stands at a path itself, a link not followed. */
  readonly look: (path: string) => Promise<Stats>;
  /** @throws where it is no file, or longer than `most` */
  readonly read: (path: string, most: number) => Promise<Buffer>;
}

const folderRepositoryEffects: FolderRepositoryEffects = { look: lstat, read: readRegular };

/** A repository in a folder, as on a share or a stick. Nothing is opened before it was looked at, each step of its path. */
export function folderRepository(
  path: string,
  effects: FolderRepositoryEffects = folderRepositoryEffects,
): RepositoryCarrier {
  return {
    name: shownName(path),
    place: path,
    async read(entry, { most, signal }) {
      if (readEntryName(entry) === null) throw new TypeError('no name of a repository');
      const stat = await untilStopped(signal, lookAt(path, entry, effects));
      if (stat === null) return { is: 'absent' };
      if (stat.size > most) throw new CarrierRefused({ why: 'too-large' });
      return { is: 'bytes', bytes: await untilStopped(signal, readAt(join(path, entry), most, effects)) };
    },
    close: async () => {},
  };
}

async function lookAt(folder: string, entry: string, { look }: FolderRepositoryEffects): Promise<Stats | null> {
  // The folder itself may be reached by a link: a person pointed at it. A share that is gone must not look like one
  // without newer files.
  const standing = async (path: string): Promise<Stats | null> =>
    look(path).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw new CarrierRefused({ why: 'unreachable' });
    });
  if ((await standing(folder)) === null) throw new CarrierRefused({ why: 'unreachable' });
  const steps = entry.split('/');
  for (let depth = 1; depth < steps.length; depth++) {
    const stat = await standing(join(folder, ...steps.slice(0, depth)));
    if (stat === null) return null;
    if (!stat.isDirectory()) throw new CarrierRefused({ why: 'no-file' });
  }
  const stat = await standing(join(folder, entry));
  if (stat !== null && !stat.isFile()) throw new CarrierRefused({ why: 'no-file' });
  return stat;
}

async function readAt(path: string, most: number, { read }: FolderRepositoryEffects): Promise<Buffer> {
  const bytes = await read(path, most).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = code === 'EFBIG' ? 'too-large' : code === 'EINVAL' ? 'no-file' : 'unreachable';
    throw new CarrierRefused({ why });
  });
  // A file may have grown since it was looked at.
  if (bytes.length > most) throw new CarrierRefused({ why: 'too-large' });
  return bytes;
}
