import type { Manifest } from '#domain/pack/manifest.ts';
import type { OfferedOrigin } from '#domain/pack/pack-origin.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
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
  /** Brings all of a release, then offers it. */
  'sources:update': call<(id: string, pack: string) => Offer>(({ ticket, text }) => [ticket, text(200)]),
  /** Ends what is being asked and fetched. */
  'sources:stop': call<() => null>(none),
  /** The hashes of all installed releases: what belongs to none, and is not offered, is taken away. */
  'sources:installed': call<(hashes: readonly string[]) => null>(({ list, sha256 }) => [list(sha256, 1_000)]),
};

export const sourceEvents = {
  /** How all sources stand now. */
  'sources:changed': told<(sources: readonly SourceView[]) => void>(),
  'sources:progress': told<(progress: FetchProgress) => void>(),
};

/** A source as the window may know it. */
export interface SourceView extends Pick<PackSource, 'id' | 'kind' | 'setBy' | 'known'> {
  /** Its address, or the name of the folder or file. */
  readonly name: string;
  readonly checking: boolean;
}

/** How far a release has come. */
export interface FetchProgress {
  readonly source: string;
  /** Title. */
  readonly pack: string;
  /** Expanded bytes that have come, of all that were missing. */
  readonly done: number;
  readonly total: number;
}

/** The preload's own question: paths of dropped files, which the window itself can never name. */
export const DROPPED = 'packs:dropped';
export const droppedCalls = {
  [DROPPED]: call<(paths: readonly string[]) => readonly Offer[]>(({ list, text }) => [list(text(4_096).min(1), 100)]),
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
