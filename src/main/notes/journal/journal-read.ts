import type { Entry } from '#domain/journal/entry.ts';
import { replaces } from '#domain/journal/heads.ts';
import type { LineHead } from '#domain/journal/line.ts';
import { type Contested, ContestedLines } from './contested.ts';
import type { Disk } from './disk.ts';
import { journalNumbers, readJournalFile } from './journal-files.ts';
import { diskProblem } from './journal-problem.ts';

/** Sequence numbers left free for a file that could not be read: more than it has bytes. */
const UNREAD_GAP = 2 ** 30;

/** A note's last revision without its content. `held`: the content is in the snapshots, no longer in the journal. */
export type JournalHead = Pick<Entry, 'note' | 'rev' | 'seq' | 'op'> & { readonly held: boolean };

/** What was found when the journal was opened. */
export interface JournalState {
  readonly lines: number;
  /** Pieces that are not what was written; a line that was cut off by a power cut is one. */
  readonly damaged: number;
  /** Lines of a newer app. */
  readonly foreign: number;
  /** Files that the disk did not give. */
  readonly unread: number;
  readonly bytes: number;
}

/** `file`: the number of the file that has the line. `start`: the mark of the start that wrote it, where it has one. */
export type FiledHead = JournalHead & { readonly file: number; readonly start?: string };

export interface Read {
  readonly heads: Map<string, FiledHead>;
  readonly found: JournalState;
  readonly last: number;
  readonly lastTime: string | null;
  readonly nextSeq: number;
  /** The files there are, rising, with their bytes; `null` for one that the disk did not give. */
  readonly files: ReadonlyMap<number, number | null>;
  readonly contested: readonly Contested[];
}

export const headOf = ({ note, rev, seq, op, full, start }: Omit<LineHead, 'time'>, file: number): FiledHead => ({
  note,
  rev,
  seq,
  op,
  held: !full,
  file,
  ...(start && { start: start.id }),
});

/** Reads a whole journal without the content of its lines. @throws what the disk said of the folder */
export async function readFolder(folder: string, disk: Disk): Promise<Read> {
  const numbers = await journalNumbers(folder, disk);
  const heads = new Map<string, FiledHead>();
  const contested = new ContestedLines();
  const files = new Map<number, number | null>();
  let [lines, damaged, foreign, unread, bytes, last, gap] = [0, 0, 0, 0, 0, 0, 0];
  let lastTime: string | null = null;
  for (const number of numbers) {
    const file = await readJournalFile(folder, number, disk).catch((error) => {
      diskProblem(error, 'journal-unwritable');
      return null;
    });
    if (file === null) {
      unread++;
      files.set(number, null);
      gap += UNREAD_GAP;
      continue;
    }
    bytes += file.bytes.length;
    files.set(number, file.bytes.length);
    for (const piece of file.pieces) {
      if (piece.kind !== 'entry') {
        // Each unread line had a number: as many as bytes is more than enough, and none is given twice.
        gap += piece.to - piece.from;
        if (piece.kind === 'damaged') damaged++;
        else foreign++;
        continue;
      }
      lines++;
      const { head } = piece;
      if (head.seq >= last) lastTime = head.time;
      last = Math.max(last, head.seq);
      contested.read(head, number);
      const now = heads.get(head.note);
      if (replaces(head, now && { seq: now.seq, full: !now.held })) heads.set(head.note, headOf(head, number));
    }
  }
  const found = { lines, damaged, foreign, unread, bytes };
  return { heads, found, last, lastTime, nextSeq: last + gap + 1, files, contested: contested.all(heads) };
}
