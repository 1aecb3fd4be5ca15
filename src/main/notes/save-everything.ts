import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ArchiveFile, archiveBytes } from '#archive/write-archive.ts';
import type { Rows, SnapshotHead } from '#domain/journal/snapshot.ts';
import { noSpace } from '#domain/no-space.ts';
import { ProblemError } from '#domain/problem.ts';
import { halfOf } from '#files/half-file.ts';
import { openRegular } from '#files/regular-file.ts';
import { writeWhole } from '#files/write-whole.ts';
import { type Disk, isDiskError, isFull } from './journal/disk.ts';
import { snapshotBytes } from './snapshots/snapshot-file.ts';

/** It has all that a person wrote. */
const MINE = { mode: 0o600 };
const PICTURE = /^[0-9a-f]{64}$/;

/** Names of the pictures and files of notes that lie in a folder. */
export const pictureNames = async (folder: string, disk: Disk): Promise<readonly string[]> =>
  (await disk.names(folder)).filter((name) => PICTURE.test(name)).sort();

/**
 * Writes everything as one file: the snapshot document, and with pictures a ZIP that holds both. It appears whole or
 * not at all, and counts when the disk has it.
 *
 * @throws ProblemError `no-space` or `file-unwritable`; `home-unreadable` where it is not the chosen place that fails
 */
export async function saveEverything(
  path: string,
  head: SnapshotHead,
  rows: AsyncIterable<Rows>,
  pictures: { readonly folder: string; readonly names: readonly string[] },
): Promise<void> {
  const bytes = snapshotBytes(head, ofHome(rows));
  const document = halfOf(path);
  try {
    if (pictures.names.length === 0) await writeWhole(path, bytes, MINE);
    else {
      await writeWhole(document, bytes, MINE);
      await writeWhole(path, zip(document, pictures), MINE);
    }
  } catch (error) {
    if (isFull(error)) throw new ProblemError(noSpace(20_000_000));
    if (isDiskError(error)) throw new ProblemError({ code: 'file-unwritable', file: basename(path) });
    throw error;
  } finally {
    await rm(document, { force: true }).catch(() => {});
  }
}

/** What comes from our own folder: a disk that refuses there says nothing of the place that was chosen. */
async function* ofHome<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw homeFault(error);
  }
}

const homeFault = (error: unknown): unknown =>
  isDiskError(error) ? new ProblemError({ code: 'home-unreadable' }) : error;

/** Piece by piece, from when the first is asked for: pictures may be more than the memory holds. */
async function* zip(
  document: string,
  { folder, names }: { readonly folder: string; readonly names: readonly string[] },
): AsyncGenerator<Buffer> {
  const bytesOf = async (path: string): Promise<Readable> => (await openRegular(path)).createReadStream();
  const pictures = names.map(
    (name): ArchiveFile => ({
      name: `files/${name}`,
      content: () => bytesOf(join(folder, name)).catch((error: unknown) => Promise.reject(homeFault(error))),
    }),
  );
  yield* archiveBytes([{ name: 'satchel.json.gz', content: () => bytesOf(document) }, ...pictures]);
}
