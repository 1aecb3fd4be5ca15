import type { PlanStanding } from '../note/plan.ts';
import type { Note } from '../note/record/note.ts';
import type { Named } from './comparison.ts';
import type { Foreign } from './foreign.ts';
import type { Marking } from './marking.ts';

/** A file as it lies in a bundle; `sha256` is counted from its bytes, not taken from what the bundle says. */
export interface BundleFile {
  /** Inside the bundle's folder. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A note that a bundle holds, ready to be shown before anything is taken in. */
export interface ImportedNote {
  readonly note: Note;
  /** Ours whole, ours from its Markdown only, or another program's. */
  readonly from: 'record' | 'markdown' | 'other';
  /** The program that wrote it, as it calls itself; empty where it does not. */
  readonly program: string;
  /** Names the content as it is taken in. */
  readonly revision: Named;
  /** How it was named where it was written, where characters that nobody sees were taken out of it since. */
  readonly given: readonly string[];
  /** Revisions that it grew from, oldest first. */
  readonly earlier: readonly string[];
  /** What has no place in the note and goes with it. */
  readonly foreign: Foreign | null;
  readonly kept: Kept;
  /** How its locked plan stands to its fingerprint, worked out from what arrived; `null` where none is locked. */
  readonly plan: PlanStanding | null;
}

/** How much cannot be shown and is kept. */
interface Kept {
  /** Names of what the other program says of the note itself. */
  readonly properties: readonly string[];
  /** Other things that the note refers to. */
  readonly nodes: number;
  readonly files: number;
}

/** Something that a person should know before they take the notes in. `note` is a title, `path` lies in the bundle. */
export type BundleWarning =
  /** The bytes are not those that the bundle describes. */
  | { readonly code: 'hash-differs'; readonly path: string }
  | { readonly code: 'file-missing'; readonly path: string }
  /** It says that it is ours and cannot be read whole: what could be read is there. */
  | { readonly code: 'record-damaged'; readonly note: string }
  /** Characters that turn or hide words were taken out of it. */
  | { readonly code: 'hidden-characters'; readonly note: string; readonly count: number }
  /** Another program's note holds more than ours takes: what is beyond that is kept and not shown. */
  | { readonly code: 'words-cut'; readonly note: string }
  /** Pictures that its words show and that are no files of the bundle. */
  | { readonly code: 'pictures-missing'; readonly note: string; readonly count: number }
  /** It, or a part or a file of it, is marked with words that are no marking of ours. */
  | { readonly code: 'marking-unknown'; readonly note: string; readonly marking: string }
  /** Two notes of one id: the second is left out. */
  | { readonly code: 'note-twice'; readonly note: string }
  /** Files beside the bundle's folder are not part of it. */
  | { readonly code: 'outside-files'; readonly count: number };

export interface BundleContent {
  readonly notes: readonly ImportedNote[];
  readonly warnings: readonly BundleWarning[];
  /** The highest of its notes. */
  readonly marking: Marking | null;
}
