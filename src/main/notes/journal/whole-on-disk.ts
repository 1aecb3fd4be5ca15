import type { WholeEffects } from '#files/whole-effects.ts';
import { type Content, writeWhole } from '#files/write-whole.ts';
import type { Disk } from './disk.ts';

/** Rights of what is made here: for this person only. */
const MINE = 0o600;

/**
 * Writes a file whole or not at all, and answers when the disk has it.
 * @returns its bytes
 * @throws what the disk said, or what the content threw
 */
export const writeOnDisk = (path: string, content: Content, disk: Disk): Promise<number> =>
  writeWhole(path, content, { mustLast: true }, callsOf(disk));

/** What journal, snapshots and ballast are made of, as the calls of a whole file. Names here are ours: no link is one. */
const callsOf = (disk: Disk): WholeEffects => ({
  look: async (path) => (await disk.look(path)) && { kind: 'file', mode: MINE },
  readLink: (path) => path,
  demandWritable: () => undefined,
  async create(path) {
    const file = await disk.create(path);
    let end = 0;
    return {
      async write(bytes) {
        await file.write(bytes, end);
        end += bytes.length;
        return bytes.length;
      },
      size: async () => (await disk.look(path))?.size ?? 0,
      chmod: () => undefined,
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  rename: (from, to) => disk.rename(from, to),
  remove: (path) => disk.remove(path),
  syncFolder: (folder) => disk.syncFolder(folder),
});
