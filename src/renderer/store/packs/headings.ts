import { useLiveQuery } from 'dexie-react-hooks';
import { type PackDb, packRows } from '../db.ts';

/** A section of a page, by ids. */
export interface SectionPlace {
  readonly pack: string;
  readonly page: string;
  readonly section: string;
}

export const sectionKey = ({ pack, page, section }: SectionPlace): string => `${pack}/${page}#${section}`;

/** The headings of sections, by `sectionKey`; a section that is no longer there is left out. */
export async function listHeadings(
  places: readonly SectionPlace[],
  db: PackDb = packRows(),
): Promise<ReadonlyMap<string, string>> {
  return db.transaction('r', db.packs, db.bodies, async () => {
    const packs = new Map((await db.packs.toArray()).map((pack) => [pack.id, pack.key]));
    const found = places.flatMap((place) => {
      const key = packs.get(place.pack);
      return key === undefined ? [] : [{ place, row: [key, place.page] as [string, string] }];
    });
    const bodies = await db.bodies.bulkGet(found.map(({ row }) => row));
    return new Map(
      found.flatMap(({ place }, at) => {
        const heading = bodies[at]?.sections.find(({ id }) => id === place.section)?.heading;
        return heading === undefined ? [] : [[sectionKey(place), heading] as const];
      }),
    );
  });
}

/** `undefined` until the rows have been read. */
export const useHeadings = (places: readonly SectionPlace[]): ReadonlyMap<string, string> | undefined =>
  useLiveQuery(() => listHeadings(places), [places.map(sectionKey).join('\n')]);
