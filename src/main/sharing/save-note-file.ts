import { basename } from 'node:path';
import { ProblemError } from '#domain/problem.ts';

export interface SaveFileEffects {
  readonly readFile: (sha256: string) => Promise<Uint8Array | null>;
  /** Where to, or `null` when it was cancelled. */
  readonly choose: (name: string) => Promise<string | null>;
  /** Writes so that the file appears whole or not at all. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<unknown>;
}

/** Saves a picture or file of a note where a person says. @throws ProblemError */
export async function saveNoteFile(
  sha256: string,
  name: string,
  { readFile, choose, write }: SaveFileEffects,
): Promise<'saved' | 'cancelled'> {
  const bytes = await readFile(sha256);
  if (bytes === null) throw new ProblemError({ code: 'file-lost', file: name });
  const path = await choose(name);
  if (path === null) return 'cancelled';
  await write(path, bytes).catch(() => {
    throw new ProblemError({ code: 'file-unwritable', file: basename(path) });
  });
  return 'saved';
}
