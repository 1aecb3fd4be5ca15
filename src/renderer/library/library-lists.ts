import { STAGES, type Stage } from '#domain/stage.ts';
import type { PageRow } from '#store/packs/pages.ts';

/** The pages that a list of the Library shows. Counts are the lengths of these very lists. */
export const pagesAt = (pages: readonly PageRow[], stage: Stage, pack?: string): readonly PageRow[] =>
  pages.filter((row) => row.meta.stage.includes(stage) && (pack === undefined || row.pack === pack));

export const countStages = (pages: readonly PageRow[]): readonly { readonly stage: Stage; readonly count: number }[] =>
  STAGES.map((stage) => ({ stage, count: pagesAt(pages, stage).length }));

export interface PackGroup {
  readonly pack: string;
  readonly title: string;
  readonly pages: readonly PageRow[];
}

/** Pages of several packs, by pack, in the order in which they come. */
export function groupByPack(pages: readonly PageRow[]): readonly PackGroup[] {
  const groups = new Map<string, { pack: string; title: string; pages: PageRow[] }>();
  for (const row of pages) {
    const group = groups.get(row.pack);
    if (group) group.pages.push(row);
    else groups.set(row.pack, { pack: row.pack, title: row.packTitle, pages: [row] });
  }
  return [...groups.values()];
}

/** Ids of the pages whose title another page of the list has too: their titles alone do not tell them apart. */
export function sameTitles(pages: readonly PageRow[]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const same = new Set<string>();
  for (const { meta } of pages) {
    const other = seen.get(meta.title);
    if (other === undefined) seen.set(meta.title, meta.id);
    else same.add(other).add(meta.id);
  }
  return same;
}

/** A page that a person was on, where it is still on this laptop, with the section they were at. */
export interface Visited {
  readonly row: PageRow;
  /** Empty for the top. */
  readonly section: string;
}

/** Joins rows of what a person did with the pages that are there; the rest is passed over. */
export function stillThere(
  places: readonly { readonly pack: string; readonly page: string; readonly section: string }[],
  pages: readonly PageRow[],
): readonly Visited[] {
  const known = new Map(pages.map((row) => [`${row.pack}/${row.meta.id}`, row]));
  return places.flatMap(({ pack, page, section }) => {
    const row = known.get(`${pack}/${page}`);
    return row ? [{ row, section }] : [];
  });
}
