import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Disk, DiskFile } from './journal/disk.ts';

/** A disk that is written to only as long as nothing stands against it. @param refusal asked before each write */
export function guardDisk(disk: Disk, refusal: () => Promise<Problem | null>): Disk {
  const allowed = async <T>(write: () => Promise<T>): Promise<T> => {
    const problem = await refusal();
    if (problem) throw new ProblemError(problem);
    return write();
  };
  const guarded = (file: DiskFile): DiskFile => ({
    write: (bytes, at) => allowed(() => file.write(bytes, at)),
    sync: () => file.sync(),
    cut: (length) => file.cut(length),
    close: () => file.close(),
  });
  return {
    names: (folder) => disk.names(folder),
    makeFolder: (folder) => allowed(() => disk.makeFolder(folder)),
    read: (path) => disk.read(path),
    pieces: (path) => disk.pieces(path),
    look: (path) => disk.look(path),
    create: (path) => allowed(async () => guarded(await disk.create(path))),
    rename: (from, to) => allowed(() => disk.rename(from, to)),
    remove: (path) => allowed(() => disk.remove(path)),
    syncFolder: (folder) => disk.syncFolder(folder),
    free: (folder) => disk.free(folder),
  };
}
