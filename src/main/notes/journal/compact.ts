import { join } from 'node:path';
import type { Entry } from '#domain/journal/entry.ts';
import { entryAt, type LineHead, writeLine } from '#domain/journal/line.ts';
import type { CompactionRule, Line } from './compaction-rule.ts';
import { type Disk, isDiskError } from './disk.ts';
import { breath, type JournalFile, journalName, readJournalFile } from './journal-files.ts';
import { writeOnDisk } from './whole-on-disk.ts';

export interface Compacted {
  /** Bytes that went. */
  readonly gone: number;
  /** Lines that lost their content. */
  readonly emptied: readonly Pick<Entry, 'note' | 'seq'>[];
  /** Files whose lines now stand in the new one. */
  readonly moved: readonly number[];
  /** The new one; 0 for none. */
  readonly into: number;
}

/**
 * Writes the files `numbers` anew as one, with the lines that `rule` lets through. The old files go when the new one is
 * on the disk and was read back. `into`: makes the new one's name, an empty file that nobody else writes to; asked only
 * where something would go, or where the files are more than `most`.
 */
export async function compactFiles(
  folder: string,
  numbers: readonly number[],
  into: () => Promise<number>,
  rule: CompactionRule,
  disk: Disk,
  most = Number.POSITIVE_INFINITY,
): Promise<Compacted> {
  const nothing = { gone: 0, emptied: [], moved: [], into: 0 };
  const taken = await lookThrough(folder, numbers, rule, disk);
  if (!taken.unneeded && taken.numbers.length <= most) return nothing;
  const number = await into();
  const path = join(folder, journalName(number));
  let written: Awaited<ReturnType<typeof writeAnew>>;
  try {
    written = await writeAnew(path, folder, taken, disk);
  } catch (error) {
    // The empty file that held its place goes too; the error to tell is the first.
    await disk.remove(path).catch(() => {});
    throw error;
  }
  const read = await readJournalFile(folder, number, disk);
  if (lineNames(read).join() !== written.names.join()) {
    await disk.remove(path);
    return nothing;
  }
  const gone = await removeOld(folder, written.files, disk);
  return { gone: gone - read.bytes.length, emptied: written.emptied, moved: taken.numbers, into: number };
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

interface Taken {
  readonly numbers: readonly number[];
  /** Of a line by its place, as two programs may have given one number twice. */
  readonly fate: (place: string, head: LineHead) => 'whole' | 'empty' | 'gone';
  /** Whether any line would lose something. */
  readonly unneeded: boolean;
}

async function lookThrough(
  folder: string,
  numbers: readonly number[],
  rule: CompactionRule,
  disk: Disk,
): Promise<Taken> {
  const lines: Line[] = [];
  const taken: number[] = [];
  const held = new Set<string>();
  const pause = breath();
  for (const number of numbers) {
    const { bytes, pieces } = await readJournalFile(folder, number, disk);
    if (rule.damaged === 'leave' && pieces.some(({ kind }) => kind === 'damaged')) continue;
    taken.push(number);
    for (const piece of pieces) {
      if (piece.kind !== 'entry') continue;
      const { note, seq, op, full } = piece.head;
      const isHeld = rule.holds(piece.head, () => entryAt(bytes, piece));
      if (isHeld) held.add(placeOf(number, piece));
      lines.push({ note, seq, op, full, held: isHeld });
      const rest = pause();
      if (rest) await rest;
    }
  }
  const over = rule.over(lines);
  const fate = (place: string, head: LineHead) => over({ ...head, held: held.has(place) });
  const unneeded = lines.some((line) => over(line) === 'gone' || (over(line) === 'empty' && line.full));
  return { numbers: taken, fate, unneeded };
}

const placeOf = (file: number, { from }: { readonly from: number }): string => `${file} ${from}`;

/** Bytes that are handed to the disk in one go. */
const TURN = 1024 * 1024;

async function writeAnew(path: string, folder: string, { numbers, fate }: Taken, disk: Disk) {
  const names: string[] = [];
  const emptied: Entry[] = [];
  const files: OldFile[] = [];
  const pause = breath();
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (const number of numbers) {
      const file = await readJournalFile(folder, number, disk);
      files.push({
        number,
        bytes: file.bytes.length,
        damaged: file.pieces.some(({ kind }) => kind === 'damaged'),
      });
      let kept: Uint8Array[] = [];
      let length = 0;
      const keep = (line: Uint8Array): void => {
        kept.push(line);
        length += line.length;
      };
      for (const piece of file.pieces) {
        const rest = pause();
        if (rest) await rest;
        if (piece.kind === 'damaged') continue;
        const becomes = piece.kind === 'foreign' ? 'whole' : fate(placeOf(number, piece), piece.head);
        const entry = becomes === 'empty' ? entryAt(file.bytes, piece) : null;
        if (entry && piece.kind === 'entry') {
          const empty = { ...entry, fields: null };
          keep(writeLine(empty));
          names.push(nameOf({ ...piece, head: { ...piece.head, full: false } }));
          emptied.push(empty);
        } else if (becomes !== 'gone') {
          keep(closed(file.bytes.subarray(piece.from, piece.to)));
          names.push(nameOf(piece));
        }
        // One file may have the notes of years.
        if (length < TURN) continue;
        yield Buffer.concat(kept);
        [kept, length] = [[], 0];
      }
      yield Buffer.concat(kept);
    }
  }
  await writeOnDisk(path, lines(), disk);
  return { names, emptied, files };
}

/** A line that was read whole but had lost its line feed gets it again. */
function closed(line: Uint8Array): Uint8Array {
  return line[line.length - 1] === 0x0a ? line : Buffer.concat([line, Buffer.from('\n')]);
}

const nameOf = (piece: JournalFile['pieces'][number]): string =>
  piece.kind === 'entry' ? `${piece.head.seq} ${piece.head.rev} ${piece.head.full}` : piece.kind;

const lineNames = ({ pieces }: JournalFile): readonly string[] => pieces.map(nameOf);
