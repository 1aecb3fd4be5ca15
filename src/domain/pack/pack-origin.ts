/** A source that brought a release, and the publisher that it has been shown to come from. */
export interface SourceOrigin {
  /** SHA-256 of the root that vouches for it: places of one root are one source. */
  readonly root: string;
  /** The name of the place that brought it: an address, or the name of a folder or file. */
  readonly source: string;
  readonly publisher: string;
}

/**
 * Where an installed release came from. `app`: it came with Satchel, known by its hash. `file`: a person installed it,
 * and nobody verified who made it. Else a source brought it.
 */
export type PackOrigin = 'app' | 'file' | SourceOrigin;

/** Where an offered release comes from. `posing`: a file that goes by the id of a pack that came with Satchel and is another. */
export type OfferedOrigin = PackOrigin | 'posing';

/** What an offered release counts as once it is here. */
export const originOf = (offered: OfferedOrigin): PackOrigin => (offered === 'posing' ? 'file' : offered);

/** Whether somebody has shown who made it. What an older Satchel wrote says nothing of it. */
export const isVerified = (origin: PackOrigin | undefined): boolean => origin !== undefined && origin !== 'file';

/** Whether the same release is now known from somewhere that says more of it. */
export const saysMore = (origin: PackOrigin, known: PackOrigin | undefined): boolean =>
  isVerified(origin) && !isVerified(known);
