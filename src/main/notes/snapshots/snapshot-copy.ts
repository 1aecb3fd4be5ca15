import { join } from 'node:path';
import type { Disk } from '../journal/disk.ts';
import { writeOnDisk } from '../journal/whole-on-disk.ts';
import { checkSnapshotFile } from './snapshot-file.ts';

/** Copies a snapshot into a second folder, which must stand: a stick that is out is no folder to be made. Reads it back. @throws what the disk said */
export async function copySnapshot(from: string, to: string, name: string, disk: Disk): Promise<boolean> {
  const path = join(to, name);
  await writeOnDisk(path, disk.pieces(join(from, name)), disk);
  return !('why' in (await checkSnapshotFile(path, disk)));
}
