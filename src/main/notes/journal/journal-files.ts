import { join } from 'node:path';
import { type Piece, readLines } from '#domain/journal/line.ts';
import { isHalf } from '#files/half-file.ts';
import type { Disk } from './disk.ts';

/** No longer than numbers can be counted on from. */
const NAME = /^(\d{4,15})\.jsonl$/;

export const journalName = (number: number): string => `${String(number).padStart(4, '0')}.jsonl`;

/** Names of what a start that was cut off left unfinished. */
export const unfinished = (names: readonly string[]): readonly string[] =>
  names.filter((name) => isHalf(name) || /^(?:\d{4,}|compact)\.part$/.test(name));

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
}

/** How long lines are worked on in one go, ms. */
const TURN_MS = 8;

/** Lets other work of the main process come in between, now and then. */
export function breath(): () => Promise<void> | undefined {
  let turn = performance.now();
  return () => {
    if (performance.now() - turn <= TURN_MS) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        turn = performance.now();
        resolve();
      });
    });
  };
}

export async function readJournalFile(folder: string, number: number, disk: Disk): Promise<JournalFile> {
  const bytes = await disk.read(join(folder, journalName(number)));
  const pieces: Piece[] = [];
  const pause = breath();
  for (const piece of readLines(bytes)) {
    pieces.push(piece);
    const rest = pause();
    if (rest) await rest;
  }
  return { number, bytes, pieces };
}
