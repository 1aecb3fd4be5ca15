import type { PackPart } from '#domain/pack-part.ts';
import type { Problem } from '#domain/problem.ts';
import type { InstalledPack } from '../db.ts';

/** What the window asks the install worker. One installation at a time; its parts come in order. */
export type InstallRequest =
  | { readonly do: 'part'; readonly file: string; readonly part: PackPart }
  /** The installation ends here: what was staged goes. */
  | { readonly do: 'drop' }
  | { readonly do: 'remove'; readonly pack: string };

/** What it answers; `pack` is there when the last part made the release count. */
export type InstallAnswer =
  | { readonly ok: true; readonly pack?: InstalledPack }
  | { readonly ok: false; readonly problem: Problem };
