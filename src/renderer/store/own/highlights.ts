import { useLiveQuery } from 'dexie-react-hooks';
import { type Anchor, findAnchor } from '#domain/anchor.ts';
import type { Section } from '#domain/pack/page.ts';
import { type Highlighted, type OwnDb, ownRows, type PackDb, packRows } from '../db.ts';

export type { Highlighted } from '../db.ts';

/** What is found of a highlight. `title` absent: its page or its pack is not on this laptop. */
export interface ListedHighlight extends Highlighted {
  readonly title?: string;
  /** Its words still stand on the page. */
  readonly there: boolean;
}

type New = Anchor & Pick<Highlighted, 'pack' | 'page' | 'section'>;

const trimmed = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Keeps a highlight; the same words of the same place are kept once. Its id. */
export async function addHighlight(
  highlight: New,
  db: OwnDb = ownRows(),
  now: () => number = Date.now,
  newId: () => string = () => crypto.randomUUID(),
): Promise<string> {
  return db.transaction('rw', db.highlights, async () => {
    const { pack, page, before, after } = highlight;
    const words = trimmed(highlight.words);
    const others = await db.highlights.where('[pack+page]').equals([pack, page]).toArray();
    const same = others.find((one) => one.words === words && one.before === before && one.after === after);
    if (same) return same.id;
    const id = newId();
    await db.highlights.add({ ...highlight, words, id, at: now() });
    return id;
  });
}

export async function removeHighlight(id: string, db: OwnDb = ownRows()): Promise<void> {
  await db.highlights.delete(id);
}

export async function putHighlightBack(highlight: Highlighted, db: OwnDb = ownRows()): Promise<void> {
  await db.highlights.put(highlight);
}

/** A page's, in the order in which they were made. */
export async function listHighlights(
  pack: string,
  page: string,
  db: OwnDb = ownRows(),
): Promise<readonly Highlighted[]> {
  return db.highlights.where('[pack+page]').equals([pack, page]).sortBy('at');
}

/** `undefined` until the rows have been read. */
export const useHighlights = (pack: string, page: string): readonly Highlighted[] | undefined =>
  useLiveQuery(() => listHighlights(pack, page), [pack, page]);

/** All, newest first, each with whether its words still stand where they stood. */
export async function listAllHighlights(
  db: OwnDb = ownRows(),
  packs: PackDb = packRows(),
): Promise<readonly ListedHighlight[]> {
  const rows = await db.highlights.orderBy('at').reverse().toArray();
  return packs.transaction('r', packs.packs, packs.pages, packs.bodies, async () => {
    const keys = new Map((await packs.packs.toArray()).map(({ id, key }) => [id, key]));
    return Promise.all(
      rows.map(async (row): Promise<ListedHighlight> => {
        const place: [string, string] = [keys.get(row.pack) ?? '', row.page];
        const [page, body] = await Promise.all([packs.pages.get(place), packs.bodies.get(place)]);
        if (!page || !body) return { ...row, there: false };
        return { ...row, title: page.meta.title, there: findAnchor(textOf(body.sections), row) !== null };
      }),
    );
  });
}

/** `undefined` until the rows have been read. */
export const useAllHighlights = (): readonly ListedHighlight[] | undefined => useLiveQuery(() => listAllHighlights());

const textOf = (sections: readonly Section[]): string =>
  sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n');
