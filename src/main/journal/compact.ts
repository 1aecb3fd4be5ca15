import { join } from 'node:path';
import type { Entry } from '#domain/journal/entry.ts';
import { writeLine } from '#domain/journal/line.ts';
import { type Disk, type DiskFile, isDiskError } from './disk.ts';
import { type JournalFile, journalName, readJournalFile } from './journal-files.ts';

export interface Compacted {
  /** Bytes that went. */
  readonly gone: number;
  /** Lines that lost their content. */
  readonly emptied: readonly Pick<Entry, 'note' | 'seq'>[];
  /** Whether the lines now stand in the new file. */
  readonly moved: boolean;
}

/**
 * Writes the files `numbers` anew as the file `into`: lines after `held` as they are, of the others only the last of
 * each note, without its content. The old files go when the new one is on the disk and was read back; those with
 * damaged pieces are set aside instead, under a name that the journal does not read.
 */
export async function compactFiles(
  folder: string,
  numbers: readonly number[],
  into: number,
  held: number,
  disk: Disk,
): Promise<Compacted> {
  const nothing = { gone: 0, emptied: [], moved: false };
  const last = await lastHeld(folder, numbers, held, disk);
  if (last.unneeded === 0) return nothing;
  const path = join(folder, journalName(into));
  const part = join(folder, 'compact.part');
  const written = await writePart(part, folder, numbers, held, last.seqs, disk);
  await disk.rename(part, path);
  await disk.syncFolder(folder);
  const read = await readJournalFile(folder, into, disk);
  if (lineNames(read).join() !== written.names.join()) {
    await disk.remove(path);
    return nothing;
  }
  const gone = await removeOld(folder, written.files, disk);
  return { gone: gone - read.bytes.length, emptied: written.emptied, moved: true };
}

interface OldFile {
  readonly number: number;
  readonly bytes: number;
  readonly damaged: boolean;
}

/** Bytes that went. What the disk will not let go stays for the next time: two of one line are as good as one. */
async function removeOld(folder: string, files: readonly OldFile[], disk: Disk): Promise<number> {
  let gone = 0;
  try {
    for (const { number, bytes, damaged } of files) {
      const old = join(folder, journalName(number));
      if (damaged) await disk.rename(old, `${old}.damaged`);
      else await disk.remove(old);
      gone += bytes;
    }
    await disk.syncFolder(folder);
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
  return gone;
}

/** Which line of each note is the last that snapshots hold, and how many lines would lose something. */
async function lastHeld(folder: string, numbers: readonly number[], held: number, disk: Disk) {
  const seqs = new Map<string, number>();
  let full = 0;
  let lines = 0;
  for (const number of numbers) {
    for (const piece of (await readJournalFile(folder, number, disk)).pieces) {
      if (piece.kind !== 'entry' || piece.entry.seq > held) continue;
      const { note, seq, fields } = piece.entry;
      seqs.set(note, Math.max(seq, seqs.get(note) ?? 0));
      lines++;
      if (fields !== null) full++;
    }
  }
  return { seqs, unneeded: full + lines - seqs.size };
}

async function writePart(
  part: string,
  folder: string,
  numbers: readonly number[],
  held: number,
  last: ReadonlyMap<string, number>,
  disk: Disk,
) {
  const names: string[] = [];
  const emptied: Entry[] = [];
  const files: OldFile[] = [];
  await disk.remove(part);
  await writeWhole(part, disk, async function* () {
    for (const number of numbers) {
      const file = await readJournalFile(folder, number, disk);
      files.push({
        number,
        bytes: file.bytes.length,
        damaged: file.pieces.some(({ kind }) => kind === 'damaged'),
      });
      const kept: Uint8Array[] = [];
      for (const piece of file.pieces) {
        if (piece.kind === 'damaged') continue;
        if (piece.kind === 'foreign' || piece.entry.seq > held) {
          kept.push(closed(file.bytes.subarray(piece.from, piece.to)));
          names.push(nameOf(piece));
        } else if (last.get(piece.entry.note) === piece.entry.seq) {
          const empty = { ...piece.entry, fields: null };
          kept.push(writeLine(empty));
          names.push(nameOf({ ...piece, entry: empty }));
          emptied.push(empty);
        }
      }
      yield Buffer.concat(kept);
    }
  });
  return { names, emptied, files };
}

/** A line that was read whole but had lost its line feed gets it again. */
function closed(line: Uint8Array): Uint8Array {
  return line[line.length - 1] === 0x0a ? line : Buffer.concat([line, Buffer.from('\n')]);
}

const nameOf = (piece: JournalFile['pieces'][number]): string =>
  piece.kind === 'entry' ? `${piece.entry.seq} ${piece.entry.rev} ${piece.entry.fields === null}` : piece.kind;

const lineNames = ({ pieces }: JournalFile): readonly string[] => pieces.map(nameOf);

/** Writes a new file and answers when the disk has it. */
async function writeWhole(path: string, disk: Disk, content: () => AsyncIterable<Uint8Array>): Promise<void> {
  const file: DiskFile = await disk.create(path);
  try {
    let end = 0;
    for await (const bytes of content()) {
      await file.write(bytes, end);
      end += bytes.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
