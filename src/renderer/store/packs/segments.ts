import { liveQuery } from 'dexie';
import { type Acronym, acronymsOf } from '#domain/acronyms.ts';
import type { PageMeta, Section } from '#domain/pack/page.ts';
import { ANALYSER } from '#search/words/analyse.ts';
import { type InstalledPack, type PackDb, packRows, type ReleaseKey } from '../db.ts';

/** The search index's window on the store: which packs there are, their sections, and one record for each. */
export interface SegmentStore {
  /** Told at once, and again whenever packs are installed, replaced or taken off. The answer ends it. */
  readonly watch: (listener: (packs: readonly InstalledPack[]) => void) => () => void;
  /** The record of a release, when it was made by this analyser. */
  readonly load: (key: ReleaseKey) => Promise<ArrayBuffer | null>;
  /** Keeps the record while the release is the one that counts. */
  readonly save: (pack: InstalledPack, buffer: ArrayBuffer) => Promise<void>;
  /** Ids of the pages of a release. */
  readonly pages: (key: ReleaseKey) => Promise<readonly string[]>;
  /** What the letter words of its glossary stand for. */
  readonly acronyms: (key: ReleaseKey) => Promise<readonly Acronym[]>;
  /** Pages with their sections; those that are gone are left out. */
  readonly read: (
    key: ReleaseKey,
    pages: readonly string[],
  ) => Promise<readonly { readonly meta: PageMeta; readonly sections: readonly Section[] }[]>;
}

export function createSegmentStore(db: PackDb = packRows()): SegmentStore {
  return {
    watch(listener) {
      const packs = liveQuery(() => db.packs.toArray()).subscribe({ next: listener });
      return () => packs.unsubscribe();
    },
    async load(key) {
      const row = await db.segments.get(key);
      return row?.analyser === ANALYSER ? row.buffer : null;
    },
    async save({ id, key }, buffer) {
      await db.transaction('rw', db.packs, db.segments, async () => {
        const pack = await db.packs.get(id);
        if (pack?.key === key) await db.segments.put({ key, analyser: ANALYSER, buffer });
      });
    },
    async pages(key) {
      const keys = await db.pages.where('key').equals(key).primaryKeys();
      return keys.map(([, page]) => page);
    },
    async acronyms(key) {
      const row = await db.glossaries.get(key);
      return acronymsOf(row?.terms ?? []);
    },
    async read(key, pages) {
      const keys = pages.map((page): [ReleaseKey, string] => [key, page]);
      const [metas, bodies] = await Promise.all([db.pages.bulkGet(keys), db.bodies.bulkGet(keys)]);
      return metas.flatMap((row, at) => (row ? [{ meta: row.meta, sections: bodies[at]?.sections ?? [] }] : []));
    },
  };
}
