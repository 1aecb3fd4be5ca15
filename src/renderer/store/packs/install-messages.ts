import type { OfferedOrigin, PackOrigin } from '#domain/pack/pack-origin.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import type { Problem } from '#domain/problem.ts';
import type { InstalledPack, ReleaseKey } from '../db.ts';

/** What the window asks the install worker. One installation at a time; its parts come in order. */
export type InstallRequest =
  | { readonly do: 'part'; readonly file: string; readonly origin: OfferedOrigin; readonly part: PackPart }
  /** The installation ends here: what was staged goes. */
  | { readonly do: 'drop' }
  | { readonly do: 'remove'; readonly pack: string }
  /** Goes to the other release of a pack, which is `to`, and back the same way. */
  | { readonly do: 'turn'; readonly pack: string; readonly to: ReleaseKey }
  /** The release with this hash, which is here, is known to come from there. */
  | { readonly do: 'vouch'; readonly pack: string; readonly hash: string; readonly origin: PackOrigin };

/** What it answers; `pack` is there when a release counts now that did not before. */
export type InstallAnswer =
  | { readonly ok: true; readonly pack?: InstalledPack }
  | { readonly ok: false; readonly problem: Problem };
