import type { BundleWarning, ImportedNote } from '#domain/bundle/imported-note.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import type { ShareFormat } from '#domain/bundle/shared-name.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { Problem } from '#domain/problem.ts';

/** How notes are to leave. */
export interface SharePlan {
  readonly format: ShareFormat;
  readonly marking: Marking;
  /** The file's name as it is proposed. */
  readonly name: string;
}

/** A note on its way out, one line of JSON. */
export interface OutgoingNote {
  readonly note: Note;
  readonly earlier: readonly string[];
  /** SHA-256 of what came with it from another program, as it is kept in the files. */
  readonly foreign: string | null;
}

/** A file that was written. */
export interface SharedFile {
  /** Its name, without its folder. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Names of pictures and files whose bytes are nowhere on this laptop. */
  readonly missing: readonly string[];
}

/** How far the reading of a file of notes is: pieces of work done, of all. `bundles:stop` ends it by its ticket. */
export interface BundleReading {
  readonly ticket: string;
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

/** A bundle that main has read and keeps under a ticket. The window never learns or sends a path. */
export interface BundleOffer {
  readonly ticket: string;
  /** File name without its folder. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly found: BundleHead | { readonly problem: Problem };
}

export interface BundleHead {
  readonly notes: number;
  readonly marking: Marking | null;
  /** The first of them. */
  readonly warnings: readonly BundleWarning[];
  /** How many more there are. */
  readonly moreWarnings: number;
}

/** A note of a bundle, one line of JSON. What has no place in it waits as a file under its hash. */
export type IncomingNote = Omit<ImportedNote, 'foreign'> & {
  readonly foreign: string | null;
  /** Hashes of files that are kept with it besides its own. */
  readonly beside: readonly string[];
};

/** The next lines of a bundle's notes: a piece of text that may end within a line. */
export interface BundlePart {
  readonly text: string;
  readonly end: boolean;
}
