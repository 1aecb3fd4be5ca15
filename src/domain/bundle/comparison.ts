import { canonicalJson } from '../canonical.ts';
import { fieldOrUnknown, NOTE_FIELDS, type Note, type NoteField } from '../note/record/note.ts';
import { firstRevisionText, isOfFirst, revisionText } from '../note/record/revision.ts';

/** How a note that arrives stands to the one that is here. Moments are not asked: clocks jump. */
export type Standing = 'new' | 'newer' | 'same' | 'bothChanged' | 'older';

/** What names the content of a note, as hashes. */
export interface Named {
  readonly head: string;
  /** As apps of the first shape name it. */
  readonly first: string;
  /** Apps of the first shape know all of it. */
  readonly isFirst: boolean;
}

/** A note by its names and those of the revisions that it grew from, of either kind. */
export interface Revisions extends Named {
  /** Other names of the very same content. */
  readonly given?: readonly string[];
  readonly earlier: readonly string[];
}

/**
 * Names the content of a note. Its marking and what was said not to be personal are not in it: handing
 * a note on may raise the one and shorten the other, and that is no other text.
 * @param hash SHA-256 of text, in small hexadecimal
 */
export const noteRevision = (note: Note, hash: (text: string) => string): Named => ({
  head: hash(revisionText(note)),
  first: hash(firstRevisionText(note)),
  isFirst: isOfFirst(note),
});

/**
 * What an app of the first shape hands on lacks what only later ones know, and names nothing else: its names are asked
 * where ours tell nothing.
 * @param here the note of the same id, `undefined` where there is none
 */
export function standing(incoming: Revisions, here: Revisions | undefined): Standing {
  if (here === undefined) return 'new';
  const by = (kind: 'head' | 'first'): Standing => {
    const [theirs, ours] = [incoming, here].map((one) => [one[kind], ...(one.given ?? [])]);
    const holds = (names: readonly string[], some: readonly string[] = []) => some.some((name) => names.includes(name));
    if (holds(theirs ?? [], ours)) return 'same';
    if (holds(here.earlier, theirs)) return 'older';
    return holds(incoming.earlier, ours) ? 'newer' : 'bothChanged';
  };
  const found = by('head');
  if (found !== 'bothChanged') return found;
  if (incoming.first !== here.first || incoming.isFirst) return by('first');
  return here.isFirst ? 'newer' : 'bothChanged';
}

/** The fields in which two notes differ, in the order of the note; what neither this version nor its words know is one. */
export function changedFields(here: Note, incoming: Note): readonly (NoteField | 'unknown')[] {
  const differ = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) !== canonicalJson(other ?? null);
  const known = NOTE_FIELDS.filter((field) => differ(here[field], incoming[field]));
  const isUnknown = differ(unknownOf(here), unknownOf(incoming));
  return isUnknown ? [...known, 'unknown'] : known;
}

const unknownOf = ({ shape: _, ...note }: Note): unknown =>
  Object.fromEntries(Object.entries(note).filter(([name]) => fieldOrUnknown(name) === 'unknown'));
