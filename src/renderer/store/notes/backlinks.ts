import { useLiveQuery } from 'dexie-react-hooks';
import { sectionKey } from '../packs/headings.ts';
import { type NotesDb, noteRows } from './notes-db.ts';
import { type ListedRow, shownRow } from './register-rows.ts';

/** A note that relies on a page, with the ids of the sections that it relies on; empty for the lead. */
export interface Backlink {
  readonly note: Pick<ListedRow, 'id' | 'question' | 'state'>;
  readonly sections: readonly string[];
}

/** The notes that rely on a page, the one changed last first; none that lie in the bin. */
export async function listBacklinks(
  pack: string,
  page: string,
  db: NotesDb = noteRows(),
): Promise<readonly Backlink[]> {
  const start = sectionKey({ pack, page, section: '' });
  const rows = await db.register.where('cites').startsWith(start).distinct().toArray();
  return rows
    .filter(({ binned }) => binned === '')
    .sort((a, b) => (a.changed < b.changed ? 1 : -1))
    .map((row) => ({ cites: row.cites ?? [], note: shownRow(row) }))
    .map(({ cites, note }) => ({
      note,
      sections: cites.filter((cite) => cite.startsWith(start)).map((cite) => cite.slice(start.length)),
    }));
}

/** `undefined` until the rows have been read. */
export const useBacklinks = (pack: string, page: string): readonly Backlink[] | undefined =>
  useLiveQuery(() => listBacklinks(pack, page), [pack, page]);
