import { samePathKey } from '../archive/entry-path.ts';
import type { Day } from '../day.ts';
import { safeFileName } from './file-name.ts';
import type { Marking } from './marking.ts';

/** In what form notes leave. */
export const SHARE_FORMATS = ['eln', 'pdf', 'markdown'] as const;
export type ShareFormat = (typeof SHARE_FORMATS)[number];

interface Named {
  readonly format: ShareFormat;
  readonly marking: Marking | null;
  /** Titles of the notes in the order in which they are handed over. */
  readonly titles: readonly string[];
  readonly day: Day;
  /** Files go with the notes. */
  readonly withFiles: boolean;
}

const MOST = 60;

/** `OFFICIAL harbour-backlog and 1 more 2026-11-20.eln`: the marking is read before the file is opened. */
export function sharedFileName({ format, marking, titles, day, withFiles }: Named): string {
  const words = wordsOf(titles[0] ?? '');
  const more = titles.length > 1 ? ` and ${titles.length - 1} more` : '';
  return safeFileName(
    `${marking === null ? '' : `${marking} `}${words}${more} ${day}${endingOf(format, titles.length, withFiles)}`,
  );
}

/** Markdown with files beside it, or of several notes, is a folder: a ZIP. */
function endingOf(format: ShareFormat, notes: number, withFiles: boolean): '.eln' | '.pdf' | '.md' | '.zip' {
  if (format === 'markdown') return notes > 1 || withFiles ? '.zip' : '.md';
  return format === 'pdf' ? '.pdf' : '.eln';
}

/** Words of a title for a file's name: letters of every language, hyphens between. */
function wordsOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const cut = words.length <= MOST ? words : words.slice(0, MOST).replace(/(?:-[^-]*|\p{Surrogate}|\p{M}+)$/u, '');
  return cut === '' || samePathKey(cut) === '' ? 'note' : cut;
}
