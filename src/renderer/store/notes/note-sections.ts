import { NOTES_PACK } from '#domain/found-type.ts';
import type { Section } from '#domain/pack/page.ts';
import { notePage } from '#search/note-page.ts';
import { loadSection } from '../packs/pages.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/** A section as a search finds it: of a page of guidance, or of a note as it now stands. `null`: it is gone. */
export async function loadFound(
  { pack, page, section }: { readonly pack: string; readonly page: string; readonly section: string },
  db: NotesDb = noteRows(),
): Promise<Section | null> {
  if (pack !== NOTES_PACK) return loadSection(pack, page, section);
  const row = await db.notes.get(page);
  if (!row) return null;
  const { sections } = notePage(row.note);
  return sections.find(({ id }) => id === section) ?? sections[0] ?? null;
}
