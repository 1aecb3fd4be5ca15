import { join } from 'node:path';
import type { Disk } from '#main/journal/disk.ts';
import { checkSnapshotFile } from './snapshot-file.ts';

/** Copies a snapshot into a second folder and reads it back. @throws what the disk said */
export async function copySnapshot(from: string, to: string, name: string, disk: Disk): Promise<boolean> {
  await disk.makeFolder(to);
  const path = join(to, name);
  const part = `${path}.part`;
  await disk.remove(part);
  const file = await disk.create(part);
  try {
    let at = 0;
    for await (const piece of disk.pieces(join(from, name))) {
      await file.write(piece, at);
      at += piece.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(part, path);
  await disk.syncFolder(to);
  return !('why' in (await checkSnapshotFile(path, disk)));
}
