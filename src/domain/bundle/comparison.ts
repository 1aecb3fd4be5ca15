import { canonicalJson } from '../canonical.ts';
import type { Note } from '../note/note.ts';

/** How a note that arrives stands to the one that is here. Moments are not asked: clocks jump. */
export type Standing = 'new' | 'newer' | 'same' | 'bothChanged' | 'older';

/** A note by its revision and those it grew from, as `noteRevision` gives them. */
export interface Revisions {
  readonly head: string;
  readonly earlier: readonly string[];
}

/** What names the content of a note: see `noteRevision`. */
export const revisionText = ({ marking: _, notPersonal: __, ...content }: Note): string => canonicalJson(content);

/**
 * Names the content of a note. Its marking and what was said not to be personal are not in it: handing
 * a note on may raise the one and shorten the other, and that is no other text.
 * @param hash SHA-256 of text, in small hexadecimal
 */
export const noteRevision = (note: Note, hash: (text: string) => string): string => hash(revisionText(note));

/** @param here the note of the same id, `undefined` where there is none */
export function standing(incoming: Revisions, here: Revisions | undefined): Standing {
  if (here === undefined) return 'new';
  if (incoming.head === here.head) return 'same';
  if (here.earlier.includes(incoming.head)) return 'older';
  return incoming.earlier.includes(here.head) ? 'newer' : 'bothChanged';
}

/** The fields in which two notes differ, in the order of the note. */
export function changedFields(here: Note, incoming: Note): readonly (keyof Note)[] {
  const fields = Object.keys(here) as (keyof Note)[];
  return fields.filter((field) => canonicalJson(here[field]) !== canonicalJson(incoming[field]));
}
