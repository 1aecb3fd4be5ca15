import { isStored } from '#domain/note/record/versions.ts';
import { citedName } from '../packs/cited-name.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/**
 * The releases that notes cite, those in the bin too, as `citedName` names them. Of a note that cannot be read here, those
 * that can be told.
 */
export async function listCitedReleases(db: NotesDb = noteRows()): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await db.notes.each(({ note }) => {
    const citations: unknown = isStored(note) ? note.citations : null;
    for (const cited of Array.isArray(citations) ? citations : []) {
      if (!isStored(cited)) continue;
      const { pack, release } = cited;
      if (typeof pack === 'string' && typeof release === 'number') found.add(citedName({ id: pack, release }));
    }
  });
  return found;
}
