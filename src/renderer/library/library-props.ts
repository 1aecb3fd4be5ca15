import type { Screen as At } from '#domain/address.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import type { PageRow } from '#store/packs/pages.ts';

export type LibraryAt = Extract<At, { screen: 'library' }>;

/** What every screen of the library is given. */
export interface LibraryProps {
  readonly at: LibraryAt;
  readonly packs: readonly InstalledPack[];
  readonly pages: readonly PageRow[];
}
