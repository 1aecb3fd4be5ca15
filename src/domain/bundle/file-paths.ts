import type { Note } from '../note/record/note.ts';
import { FOUND, PLANNED } from './prose-headings.ts';

const OURS = /\(file:([0-9a-f]{64})(?=[)\s])/g;

/**
 * A note whose words call its files by their paths, as other programs need it; in the app they are called
 * `file:<sha256>`. What has no path stays as it is.
 */
export function withFilePaths(note: Note, fileOf: (sha256: string) => string | null): Note {
  return [...PLANNED, ...FOUND].reduce((so, { get, set }) => {
    const text = get(so);
    const placed = text.replace(OURS, (whole, sha256: string) => {
      const path = fileOf(sha256);
      return path === null
        ? whole
        : `(${encodeURI(path).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
    });
    return placed === text ? so : set(so, placed);
  }, note);
}
