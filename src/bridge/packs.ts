import type { Manifest } from '#domain/manifest.ts';
import type { OfferedOrigin } from '#domain/pack-origin.ts';
import type { PackPart } from '#domain/pack-part.ts';
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
