import type { Manifest } from '#domain/pack/manifest.ts';
import type { OfferedOrigin } from '#domain/pack/pack-origin.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import type { Section } from '#domain/pack/page.ts';
import type { PageCounts } from '#domain/pack/page-changes.ts';
import type { PackSource } from '#domain/pack/source.ts';
import type { Problem } from '#domain/problem.ts';
import { call, none, told } from './call.ts';

/** Packs as files: what is found, and its pieces. */
export const packCalls = {
  /** The packs that came with the app. */
  'packs:starters': call<() => readonly Offer[]>(none),
  /** Files named on the command line, dropped on the icon or opened from the desktop since the last call. */
  'packs:waiting': call<() => readonly Offer[]>(none),
  /** The system's own open dialog; empty when it was cancelled. */
  'packs:choose': call<() => readonly Offer[]>(none),
  /** The next piece of a pack. After `end` or a problem the ticket is gone. */
  'packs:part': call<(ticket: string) => PackPart>(({ ticket }) => [ticket]),
  'packs:stop': call<(ticket: string) => null>(({ ticket }) => [ticket]),
};

/** Where packs come from by themselves. Paths stay in main. */
export const sourceCalls = {
  'sources:list': call<() => readonly SourceView[]>(none),
  /** Asks the address, and adds it where it can be trusted. */
  'sources:add': call<(address: string) => null>(({ text }) => [text(2_048).min(1)]),
  /** The system's own dialog, then the same for what was chosen there. */
  'sources:choose': call<(kind: 'folder' | 'file') => 'added' | 'cancelled'>(({ oneOf }) => [
    oneOf(['folder', 'file']),
  ]),
  'sources:remove': call<(id: string) => null>(({ ticket }) => [ticket]),
  /** Asks it now; answered when it has. */
  'sources:check': call<(id: string) => null>(({ ticket }) => [ticket]),
  /** Ends the question to one. */
  'sources:stopCheck': call<(id: string) => null>(({ ticket }) => [ticket]),
  /** Brings all of a release, the one whose manifest has this hash, then offers it. */
  'sources:update': call<(id: string, pack: string, sha256: string) => Offer>(({ ticket, text, sha256 }) => [
    ticket,
    text(200),
    sha256,
  ]),
  /**
   * What is known of an update before anything of it is fetched, beside the release that is here; `null` where nothing
   * is. Nobody is asked. `present`: hash of the manifest of what is here.
   */
  'sources:ahead': call<(id: string, pack: string, sha256: string, present: string) => UpdateAhead | null>(
    ({ ticket, text, sha256 }) => [ticket, text(200), sha256, sha256],
  ),
  /** Brings the words of the pages that an update changes, and says which. Nothing is installed by it. */
  'sources:look': call<(id: string, pack: string, sha256: string, present: string) => UpdateLook>(
    ({ ticket, text, sha256 }) => [ticket, text(200), sha256, sha256],
  ),
  /** The words of a page of the release that was looked at last. */
  'sources:page': call<(sha256: string, page: string) => PageWords>(({ text, sha256 }) => [sha256, text(200)]),
  /** Ends what is being asked and fetched. */
  'sources:stop': call<() => null>(none),
  /**
   * All installed releases, and those that can be gone back to: what belongs to none, and is not on its way, is taken
   * away. Answered with what is left.
   */
  'sources:installed': call<(here: readonly HereRelease[]) => readonly KeptSize[]>(({ list, object, text, sha256 }) => [
    list(object({ pack: text(200), sha256 }), 2_000),
  ]),
};

export const sourceEvents = {
  /** How all sources stand now. */
  'sources:changed': told<(sources: readonly SourceView[]) => void>(),
  'sources:progress': told<(progress: FetchProgress) => void>(),
};

/** A source as the window may know it. */
export interface SourceView extends Pick<PackSource, 'id' | 'setBy' | 'known'> {
  /** `newer`: one that a newer Satchel set up; `unread`: the file of all sources could not be read. */
  readonly kind: PackSource['kind'] | 'newer' | 'unread';
  /** Its address, or the name of the folder or file. */
  readonly name: string;
  readonly checking: boolean;
}

/** How far a release, or what of it is looked at, has come. */
export interface FetchProgress {
  readonly source: string;
  /** Title. */
  readonly pack: string;
  /** Expanded bytes that have come, of all that were missing. */
  readonly done: number;
  readonly total: number;
  /** The same in files. */
  readonly filesDone: number;
  readonly files: number;
}

/** A release that is here, by the hash of its manifest. */
export interface HereRelease {
  readonly pack: string;
  readonly sha256: string;
}

/** What a source's files of a pack, and of no other, take on the disk. */
export interface KeptSize {
  readonly pack: string;
  readonly bytes: number;
}

/** What an update changes, by its files alone. */
export interface UpdateAhead {
  /** The day it was made, `YYYY-MM-DD`. */
  readonly created: string;
  /** `null` where the files of what is here are not known: it came in a file of its own. */
  readonly pages: PageCounts | null;
  /** Expanded bytes of its files that are not here: no more than that is fetched. */
  readonly fetch: number;
}

/** The pages of an update: all, and those that may be other than what is here. Each by its id. */
export interface UpdateLook {
  readonly created: string;
  readonly pages: readonly string[];
  readonly differ: readonly string[];
  /** Whether the files of what is here are known; else each page may be another, and only words can be compared. */
  readonly filesKnown: boolean;
}

/** A page in words alone. */
export interface PageWords {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Files that can be dropped together. */
export const MOST_DROPPED = 100;
/** The preload's own question: paths of dropped files, which the window itself can never name. */
export const DROPPED = 'packs:dropped';
export const droppedCalls = {
  [DROPPED]: call<(paths: readonly string[]) => readonly Offer[]>(({ list, text }) => [
    list(text(4_096).min(1), MOST_DROPPED),
  ]),
};

export const packEvents = {
  /** Packs wait: ask `packs:waiting`. */
  'packs:waiting': told<() => void>(),
};

/** A pack file that main has looked at and keeps under a ticket. The window never learns or sends a path. */
export interface Offer {
  readonly ticket: string;
  /** File name without its folder. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  /** What the file says it is, or why it is refused at once. */
  readonly found: { readonly manifest: ManifestHead } | { readonly problem: Problem };
}

export type ManifestHead = Pick<Manifest, 'id' | 'title' | 'version' | 'release' | 'publisher'> & {
  readonly hash: string;
  readonly origin: OfferedOrigin;
  readonly pages: number;
  /** Ids of its pages. */
  readonly pageIds: readonly string[];
  /** Expanded bytes of all files. */
  readonly bytes: number;
};
