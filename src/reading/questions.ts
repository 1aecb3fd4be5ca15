import type { PageWords } from '#bridge/packs.ts';
import type { PlacedFile } from '#domain/bundle/conversions.ts';
import type { BundleWarning } from '#domain/bundle/imported-note.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import type { Problem } from '#domain/problem.ts';
import type { CarrierFault } from '#pack/carriers/repository-carrier.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import type { HeldBlob } from '#pack/read/delta-blobs.ts';
import type { ListedPage } from '#pack/read/listed-pages.ts';
import type { OpenPack } from '#pack/read/open-pack.ts';

/** What main learns of a file of notes: its notes follow in pieces. */
export interface BundleSummary {
  /** A name that a person knows. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly notes: number;
  readonly marking: Marking | null;
  /** The first of them. */
  readonly warnings: readonly BundleWarning[];
  /** How many more there are. */
  readonly moreWarnings: number;
  /** Pieces that its notes come in. */
  readonly pieces: number;
  /** Names what was read: the same file read again has the same. */
  readonly seal: string;
}

/** A piece of a file; the whole has `size` bytes. */
export interface BytesPiece {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** What a repository that a person pointed at has under a name. */
type ReadEntry =
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  | { readonly is: 'absent' }
  | { readonly is: 'refused'; readonly fault: CarrierFault };

/** A file of a release: SHA-256 and bytes of what it holds. */
export interface NamedBlob {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Everything that the process for files of others is asked. Answers are plain data of a bounded size. A ticket that it
 * does not know, because it was started anew, is refused with `ticket-unknown`: then the file is opened again.
 */
export interface Questions {
  'bundle:open': (asked: { readonly ticket: string; readonly path: string }) => BundleSummary;
  /** A piece of the notes' lines, by its number. */
  'bundle:piece': (asked: { readonly ticket: string; readonly at: number }) => string;
  /** Bytes from `from` on of a file of the bundle, or of what came with a note; `null` where it holds no such thing. */
  'bundle:bytes': (asked: {
    readonly ticket: string;
    readonly sha256: string;
    readonly from: number;
  }) => BytesPiece | null;
  'bundle:close': (asked: { readonly ticket: string }) => null;
  'pack:open': (asked: { readonly ticket: string; readonly path: string }) => Omit<OpenPack, 'parts' | 'close'>;
  'pack:part': (asked: { readonly ticket: string; readonly at: number }) => PackPart;
  'pack:close': (asked: { readonly ticket: string }) => null;
  /** A file of a repository in a folder or in one file, which stays open under the ticket. `most`: bytes. */
  'repository:read': (asked: {
    readonly ticket: string;
    readonly kind: 'folder' | 'file';
    readonly path: string;
    readonly entry: string;
    readonly most: number;
  }) => ReadEntry;
  'repository:close': (asked: { readonly ticket: string }) => null;
  /** Whether compressed bytes hold what they are named by. */
  'blob:check': (asked: { readonly bytes: Uint8Array; readonly blob: NamedBlob }) => boolean;
  /** Whether the folder of releases has the blob, as it should be. */
  'blob:kept': (asked: { readonly store: string; readonly blob: NamedBlob }) => boolean;
  /** Each file of a release whose manifest the folder of releases has, once; `size`: expanded bytes of all. */
  'release:files': (asked: { readonly store: string; readonly id: string; readonly sha256: string }) => {
    readonly release: number;
    readonly size: number;
    readonly blobs: readonly NamedBlob[];
    /** The day it was made, `YYYY-MM-DD`. */
    readonly created: string;
    readonly pages: readonly ListedPage[];
  };
  /** The manifest that a patch makes of a kept one, `from`; `null` where it is not the one that is named. */
  'delta:manifest': (asked: {
    readonly store: string;
    readonly named: NamedRelease;
    readonly from: string;
    readonly patch: Uint8Array;
  }) => Uint8Array | null;
  /** The blobs of a delta bundle that are wanted and hold what they are named by. */
  'delta:blobs': (asked: { readonly bundle: Uint8Array; readonly wanted: readonly NamedBlob[] }) => readonly HeldBlob[];
  /** The words of a page that the folder of releases has; refused where it has not, or not as it should be. */
  'page:read': (asked: { readonly store: string; readonly pack: string; readonly page: ListedPage }) => PageWords;
  /** A release that the folder of releases has whole, as `pack:open`. */
  'release:open': (asked: {
    readonly ticket: string;
    readonly store: string;
    readonly named: NamedRelease;
  }) => Omit<OpenPack, 'parts' | 'close'>;
  /** A note's Markdown as HTML for other programs; `null` where it is more than a page may be. */
  'note:html': (asked: { readonly markdown: string; readonly files: readonly PlacedFile[] }) => string | null;
}

export type QuestionName = keyof Questions;

/** How far a question is: pieces of work done, of all, and the bytes of the file once they are known. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

/** What goes to the process. */
export interface ToReader {
  readonly id: number;
  readonly name: QuestionName;
  readonly asked: unknown;
}

/** What comes from it. A beat says that it still turns. */
export type FromReader =
  | { readonly kind: 'beat'; readonly progress: ReadingProgress | null }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'problem'; readonly id: number; readonly problem: Problem }
  | { readonly kind: 'bug'; readonly id: number; readonly message: string };
