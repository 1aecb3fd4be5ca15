import { basename } from 'node:path';
import { safeFileName } from '#domain/bundle/file-name.ts';
import { ProblemError } from '#domain/problem.ts';
import type { SaveEffects } from '../sharing/save-searches.ts';

/**
 * Saves a note as Markdown where a person says.
 *
 * @throws ProblemError when the file cannot be written
 */
export async function saveNoteCopy(title: string, text: string, effects: SaveEffects): Promise<'saved' | 'cancelled'> {
  const path = await effects.choose(`${safeFileName(title)}.md`);
  if (path === null) return 'cancelled';
  try {
    await effects.write(path, text);
  } catch {
    throw new ProblemError({ code: 'file-unwritable', file: basename(path) });
  }
  return 'saved';
}
