import type { HeldBy } from './held-by.ts';
import type { SourceFault } from './pack/source.ts';

/**
 * Everything that can go wrong in a way we expect. Each code has one plain sentence in the catalogue
 * (`words/en/problems.json`): what happened, where, what was not touched, what to do.
 * `file`, `pack` and `page` are names a person knows, never full paths.
 */
export type Problem =
  | { readonly code: 'file-unreadable'; readonly file: string }
  | { readonly code: 'file-lost'; readonly file: string }
  | { readonly code: 'file-unwritable'; readonly file: string }
  | { readonly code: 'not-a-pack'; readonly file: string }
  | { readonly code: 'pack-damaged'; readonly file: string; readonly part: string }
  | { readonly code: 'pack-truncated'; readonly file: string }
  | { readonly code: 'pack-too-new'; readonly file: string; readonly format: number }
  | { readonly code: 'pack-too-large'; readonly file: string; readonly limit: string }
  | { readonly code: 'pack-unsafe'; readonly file: string; readonly reason: UnsafeReason }
  /** Reading it took more time or memory than any pack that is allowed. */
  | { readonly code: 'pack-too-costly'; readonly file: string }
  | { readonly code: 'pack-empty'; readonly file: string }
  | { readonly code: 'pack-same'; readonly pack: string; readonly version: string }
  | { readonly code: 'pack-older'; readonly pack: string; readonly version: string; readonly installed: string }
  /** Other content under a release number that is installed already. */
  | { readonly code: 'pack-not-newer'; readonly pack: string; readonly version: string; readonly installed: string }
  /** A file, where the release that is here came with Satchel. */
  | { readonly code: 'pack-came-with-app'; readonly pack: string; readonly version: string }
  /** Not from the source that brought the release that is here. */
  | { readonly code: 'pack-of-source'; readonly pack: string; readonly version: string; readonly source: string }
  /** A file that gives another publisher than the release that is here. */
  | {
      readonly code: 'pack-other-publisher';
      readonly pack: string;
      readonly version: string;
      readonly publisher: string;
      readonly installed: string;
    }
  /** The release to go to is not whole on this laptop. */
  | { readonly code: 'pack-release-gone'; readonly pack: string; readonly installed: string }
  | { readonly code: 'pack-stopped'; readonly pack: string }
  /** The person did not want it. */
  | { readonly code: 'pack-declined'; readonly pack: string; readonly version: string }
  | { readonly code: 'not-a-bundle'; readonly file: string }
  /** `at`: the list of its files, or the one that `part` names. */
  | { readonly code: 'bundle-damaged'; readonly file: string; readonly part: string; readonly at: 'list' | 'file' }
  | { readonly code: 'bundle-too-new'; readonly file: string; readonly format: number }
  | { readonly code: 'bundle-too-large'; readonly file: string; readonly limit: string }
  /** The part that says what lies where has more than is read. */
  | { readonly code: 'bundle-part-too-large'; readonly file: string; readonly part: string; readonly limit: string }
  /** Reading it took, or would take, more time or memory than any file of notes that is allowed. */
  | { readonly code: 'bundle-too-costly'; readonly file: string }
  | { readonly code: 'bundle-unsafe'; readonly file: string; readonly reason: UnsafeReason }
  | { readonly code: 'share-stopped'; readonly file: string }
  | { readonly code: 'no-space'; readonly needed: number }
  /** So little is left that the window's store is not written to. */
  | { readonly code: 'disk-low'; readonly needed: number }
  /** A newer Satchel wrote it: it is read here and not changed. */
  | { readonly code: 'note-newer'; readonly title: string }
  /** It has a marking that only a newer Satchel knows. */
  | { readonly code: 'marking-unknown'; readonly title: string; readonly marking: string }
  | { readonly code: 'guidance-only' }
  /** Another machine has the folder open. */
  | ({ readonly code: 'in-use' } & HeldBy)
  /** Main may not write to its folder. */
  | { readonly code: 'read-only' }
  /** Main's own folder is away, or its disk refuses: what lies there could not be read, marked or deleted. */
  | { readonly code: 'home-unreadable' }
  | { readonly code: 'store-unavailable' }
  | { readonly code: 'journal-unwritable' }
  | { readonly code: 'snapshot-unwritable' }
  | { readonly code: 'snapshot-damaged'; readonly file: string }
  | { readonly code: 'snapshot-too-new'; readonly file: string; readonly format: number }
  /** A note that another window removed for good. */
  | { readonly code: 'note-gone' }
  | { readonly code: 'link-refused'; readonly address: string }
  /** What was typed is no address that packs are asked of. */
  | { readonly code: 'source-address'; readonly address: string }
  /** This start knows no server; the next one may ask it. */
  | { readonly code: 'source-restart'; readonly address: string }
  /** As many as may be. */
  | { readonly code: 'source-too-many'; readonly most: number }
  | { readonly code: 'source-known'; readonly source: string }
  /** A source that was not added. */
  | { readonly code: 'source-refused'; readonly source: string; readonly reason: SourceFault }
  /** A release that did not come. */
  | { readonly code: 'update-refused'; readonly pack: string; readonly source: string; readonly reason: SourceFault }
  /** It would not fit; both in megabytes. Nothing was fetched. */
  | { readonly code: 'update-no-space'; readonly pack: string; readonly needed: number; readonly free: number }
  /** The source has another release by now than the one that a person chose. */
  | { readonly code: 'update-moved'; readonly pack: string; readonly source: string; readonly version: string }
  /** What was fetched is wanted no more: a person removed its source, or the pack that it was an update of. */
  | {
      readonly code: 'update-withdrawn';
      readonly pack: string;
      readonly source: string;
      readonly gone: 'source' | 'pack';
    }
  | { readonly code: 'ticket-unknown' }
  | { readonly code: 'call-refused' };

/** Why an archive is not opened at all. */
export type UnsafeReason =
  | 'name'
  | 'duplicate'
  | 'encrypted'
  | 'symlink'
  | 'ratio'
  | 'size-lie'
  | 'too-many-entries'
  | 'unlisted-file';

/** Thrown inside one world and turned into a `Result` at its edge. Never crosses IPC itself. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
