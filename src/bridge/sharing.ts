import type { BundleWarning, ImportedNote } from '#domain/bundle/imported-note.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import { SHARE_FORMATS, type ShareFormat } from '#domain/bundle/shared-name.ts';
import type { MissedSearch } from '#domain/missed-search.ts';
import { MARKINGS } from '#domain/note/choices.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { Problem } from '#domain/problem.ts';
import { call, none, told } from './call.ts';

/** Files that notes leave and come in. */
export const sharingCalls = {
  /** Asks by the system's own dialog where notes are to be written; `null` when it was cancelled. */
  'share:begin': call<(plan: SharePlan) => string | null>(({ object, oneOf, fileName }) => [
    object({
      format: oneOf(SHARE_FORMATS),
      marking: oneOf(MARKINGS),
      name: fileName.refine((name) => /\.(?:eln|pdf|md|zip)$/.test(name)),
    }),
  ]),
  /** A piece of the notes' lines of JSON, each an `OutgoingNote`. A PDF needs none: it is what the window prints. */
  'share:add': call<(ticket: string, text: string) => null>(({ ticket, piece }) => [ticket, piece]),
  /** Writes the file; afterwards the ticket is gone. */
  'share:write': call<(ticket: string) => SharedFile>(({ ticket }) => [ticket]),
  'share:progress': call<(ticket: string) => { readonly done: number; readonly total: number }>(({ ticket }) => [
    ticket,
  ]),
  'share:stop': call<(ticket: string) => null>(({ ticket }) => [ticket]),
  /** The system's own open dialog for a file of notes; empty when it was cancelled. */
  'bundles:choose': call<() => readonly BundleOffer[]>(none),
  /** Files of notes that were named on the command line, dropped, or opened from the desktop since the last call. */
  'bundles:waiting': call<() => readonly BundleOffer[]>(none),
  /** The next lines of a bundle's notes, each an `IncomingNote`. */
  'bundles:part': call<(ticket: string) => BundlePart>(({ ticket }) => [ticket]),
  /** A picture of a bundle, to be looked at; `null` where it is too large to be shown. */
  'bundles:picture': call<(ticket: string, sha256: string) => Uint8Array<ArrayBuffer> | null>(({ ticket, sha256 }) => [
    ticket,
    sha256,
  ]),
  /** Keeps a file of a bundle among the files of notes. */
  'bundles:keep': call<(ticket: string, sha256: string) => null>(({ ticket, sha256 }) => [ticket, sha256]),
  'bundles:stop': call<(ticket: string) => null>(({ ticket }) => [ticket]),
  /** Saves searches that found nothing in a file; the system's own dialog asks where. */
  'searches:save': call<(searches: readonly MissedSearch[]) => 'saved' | 'cancelled'>(({ missedSearches }) => [
    missedSearches,
  ]),
};

export const sharingEvents = {
  /** Files of notes wait: ask `bundles:waiting`. */
  'bundles:waiting': told<() => void>(),
  /** How far the reading of a file of notes is; `null` when it is over. */
  'bundles:reading': told<(reading: BundleReading | null) => void>(),
};

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
