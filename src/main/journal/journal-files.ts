import { join } from 'node:path';
import { endsWhole, type Piece, readLines } from '#domain/journal/line.ts';
import type { Disk } from './disk.ts';

const NAME = /^(\d{4,})\.jsonl$/;

export const journalName = (number: number): string => `${String(number).padStart(4, '0')}.jsonl`;

/** Numbers of the journal's files, rising. What else lies in the folder is not looked at. */
export async function journalNumbers(folder: string, disk: Disk): Promise<readonly number[]> {
  const names = await disk.names(folder);
  const numbers = names.flatMap((name) => {
    const match = NAME.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return numbers.sort((a, b) => a - b);
}

export interface JournalFile {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly pieces: readonly Piece[];
  /** Whether it may be written on: it ends with a whole line. */
  readonly whole: boolean;
}

/** Lets other work of the main process come in between. */
export type Pause = () => Promise<void>;
const pause: Pause = () => new Promise((resolve) => setImmediate(resolve));

/** How long lines are read in one go. */
const TURN_MS = 8;

export async function readJournalFile(folder: string, number: number, disk: Disk): Promise<JournalFile> {
  const bytes = await disk.read(join(folder, journalName(number)));
  const pieces: Piece[] = [];
  let turn = performance.now();
  for (const piece of readLines(bytes)) {
    pieces.push(piece);
    if (performance.now() - turn > TURN_MS) {
      await pause();
      turn = performance.now();
    }
  }
  return { number, bytes, pieces, whole: endsWhole(bytes, pieces.at(-1)) };
}
