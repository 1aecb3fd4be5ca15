import { appendFileSync, renameSync, statSync } from 'node:fs';
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
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`);
      appendFileSync(
        file,
        `${now().toISOString()} ${event}${error === undefined ? '' : ` ${withoutContent(error)}`}\n`,
      );
    } catch {
      // A full disk must not turn a log line into a second failure.
    }
  };
}

/** Kind, system code and places of an error; nothing that a person wrote. */
export function withoutContent(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').flatMap((line) => {
    const place = /([\w.-]+:\d+:\d+)\)?$/.exec(line);
    return /^\s+at /.test(line) && place ? [place[1]] : [];
  });
  return `${error.name}${code} ${places.slice(0, 12).join(' < ')}`.trim();
}
