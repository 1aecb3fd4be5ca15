import { useLiveQuery } from 'dexie-react-hooks';
import type { Root } from 'hast';
import type { PageMeta, Section, UnshownReason } from '#domain/pack/page.ts';
import { type InstalledPack, type PackDb, packRows, type StoredPage } from '../db.ts';
import { listPacks } from './packs.ts';

/** A page in a list. */
export interface PageRow {
  readonly pack: string;
  readonly packTitle: string;
  readonly meta: PageMeta;
  readonly unshown?: UnshownReason;
}

export interface PageLink {
  readonly id: string;
  readonly title: string;
}

/** A page with all that the reader shows. `tree` is as the pack had it: sanitise before showing. */
export interface LoadedPage {
  readonly pack: InstalledPack;
  readonly meta: PageMeta;
  readonly sections: readonly Section[];
  /** Absent when the page could not be shown within the limits (`unshown` says why); sections then hold its text. */
  readonly tree?: Root;
  readonly unshown?: UnshownReason;
  /** The id or path that was asked for, where the page has moved from it. */
  readonly redirectedFrom?: string;
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
}

/** A pack's order: pages with an order first, then by path. */
function inOrder(a: StoredPage, b: StoredPage): number {
  const byOrder = (a.meta.order ?? Number.POSITIVE_INFINITY) - (b.meta.order ?? Number.POSITIVE_INFINITY);
  if (byOrder !== 0 && !Number.isNaN(byOrder)) return byOrder;
  return a.meta.path < b.meta.path ? -1 : 1;
}

const pagesOf = async (db: PackDb, pack: InstalledPack) =>
  (await db.pages.where('key').equals(pack.key).toArray()).sort(inOrder);

/** All pages that can be read, by pack title, then in the pack's order. */
export async function listPages(db: PackDb = packRows()): Promise<readonly PageRow[]> {
  return db.transaction('r', db.packs, db.pages, async () => {
    const lists = await Promise.all(
      (await listPacks(db)).map(async (pack) =>
        (await pagesOf(db, pack)).map(
          ({ meta, unshown }): PageRow => ({
            pack: pack.id,
            packTitle: pack.title,
            meta,
            ...(unshown ? { unshown } : {}),
          }),
        ),
      ),
    );
    return lists.flat();
  });
}

/** `undefined` until the rows have been read. */
export const usePages = (): readonly PageRow[] | undefined => useLiveQuery(() => listPages());

/** `page` is an id, or an id or path that the pack redirects. `null`: there is no such pack or page. */
export async function loadPage(pack: string, page: string, db: PackDb = packRows()): Promise<LoadedPage | null> {
  return db.transaction('r', db.packs, db.releases, db.pages, db.bodies, async () => {
    const installed = await db.packs.get(pack);
    if (!installed) return null;
    const rows = await pagesOf(db, installed);
    let at = rows.findIndex((row) => row.page === page);
    let redirectedFrom: string | undefined;
    if (at < 0) {
      const release = await db.releases.get(installed.key);
      const to = release?.redirects.find(({ from }) => from === page)?.to;
      at = rows.findIndex((row) => row.page === to);
      redirectedFrom = page;
    }
    const row = rows[at];
    if (!row) return null;
    const body = await db.bodies.get([installed.key, row.page]);
    return {
      pack: installed,
      meta: row.meta,
      sections: body?.sections ?? [],
      ...(body?.tree ? { tree: JSON.parse(body.tree) as Root } : {}),
      ...(row.unshown ? { unshown: row.unshown } : {}),
      ...(redirectedFrom === undefined ? {} : { redirectedFrom }),
      previous: linkTo(rows[at - 1]),
      next: linkTo(rows[at + 1]),
    };
  });
}

/** One section of an installed page, read without the rest of the pack; its lead where there is no such section. */
export async function loadSection(
  pack: string,
  page: string,
  section: string,
  db: PackDb = packRows(),
): Promise<Section | null> {
  return db.transaction('r', db.packs, db.bodies, async () => {
    const installed = await db.packs.get(pack);
    const body = installed && (await db.bodies.get([installed.key, page]));
    return body?.sections.find(({ id }) => id === section) ?? body?.sections[0] ?? null;
  });
}

const linkTo = (row: StoredPage | undefined): PageLink | null => (row ? { id: row.page, title: row.meta.title } : null);
