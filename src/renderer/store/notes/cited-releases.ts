import { citedName } from '../packs/cited-name.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/** The releases that notes cite, those in the bin too, as `citedName` names them. */
export async function listCitedReleases(db: NotesDb = noteRows()): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await db.notes.each(({ note }) => {
    for (const { pack, release } of note.citations) found.add(citedName({ id: pack, release }));
  });
  return found;
}
