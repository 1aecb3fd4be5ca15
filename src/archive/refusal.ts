import { type Problem, ProblemError, type UnsafeReason } from '#domain/problem.ts';

/** Why an archive, or an entry of it, is not read. Whoever opens it has a sentence for each. */
export type ArchiveRefusal =
  /** No file, or one that the disk does not give. */
  | { readonly why: 'unreadable' }
  /** `limit` in bytes. */
  | { readonly why: 'too-large'; readonly limit: number }
  /** No directory at its end. `isCut`: it begins like an archive. */
  | { readonly why: 'no-directory'; readonly isCut: boolean }
  /** A directory that breaks off, or that does not end where it says. `names`: those that were read. */
  | { readonly why: 'directory'; readonly names: readonly string[] }
  /** Entries that share their bytes: by a fault of the disk, or to unpack to more than there is. */
  | { readonly why: 'overlap'; readonly names: readonly string[] }
  | { readonly why: 'unsafe'; readonly reason: UnsafeReason }
  /** An entry whose bytes are not those that were packed. */
  | { readonly why: 'damaged' };

export class ArchiveRefused extends Error {
  readonly refusal: ArchiveRefusal;
  constructor(refusal: ArchiveRefusal) {
    super(refusal.why);
    this.name = 'ArchiveRefused';
    this.refusal = refusal;
  }
}

export function refuseArchive(refusal: ArchiveRefusal): never {
  throw new ArchiveRefused(refusal);
}

/** For `catch`: a refusal as the caller's own problem; anything else is thrown on. */
export const refusedAs =
  (problemOf: (refusal: ArchiveRefusal) => Problem) =>
  (error: unknown): never => {
    throw error instanceof ArchiveRefused ? new ProblemError(problemOf(error.refusal)) : error;
  };
