import { appendFileSync, closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';

export type Log = (event: string, error?: unknown) => void;

const LARGEST = 512 * 1024;

/**
 * The local log. It says what went wrong and where in our code, never with which words: an error's message may hold
 * a query or a page, so only its kind and the places of its stack are kept.
 */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'satchel.log');
  return (event, error) => {
    try {
      if ((lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`);
      append(file, `${now().toISOString()} ${event}${error === undefined ? '' : ` ${withoutContent(error)}`}\n`);
    } catch {
      // A full disk must not turn a log line into a second failure.
    }
  };
}

// A pipe in its place would be waited for.
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);

/** A line is added, never the file written anew. It is for this person's eyes, also where it was not before. */
function append(path: string, line: string): void {
  const file = openSync(path, FLAGS, 0o600);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return;
    if ((stat.mode & 0o077) !== 0) fchmodSync(file, 0o600);
    appendFileSync(file, line);
  } finally {
    closeSync(file);
  }
}

/** Characters of a file's name and its line. */
const LONGEST_PLACE = 200;

/** Kind, system code and places of an error; nothing that a person wrote. */
export function withoutContent(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').flatMap((line) => {
    const place = /([\w.-]+:\d+:\d+)\)?$/.exec(line.slice(-LONGEST_PLACE));
    return /^\s+at /.test(line) && place ? [place[1]] : [];
  });
  return `${error.name}${code} ${places.slice(0, 12).join(' < ')}`.trim();
}
