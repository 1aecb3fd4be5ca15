import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../shared/', import.meta.url));

/**
 * The path of a test input that lives beside the project, or `null` (and a printed line) where it is absent: a lone
 * clone runs without it.
 */
export function sharedPath(relative: string): string | null {
  const path = `${root}${relative}`;
  if (existsSync(path)) return path;
  console.log(`skipped: ../shared/${relative} is not here`);
  return null;
}
