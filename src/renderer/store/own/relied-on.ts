import { Dexie } from 'dexie';
import { type OwnDb, ownRows } from '../db.ts';
import { type NotesDb, noteRows } from '../notes/notes-db.ts';

/** What a person has to do with a page, the strongest first: a note cites it; a tick, bookmark or highlight; it was read. */
export const RELIED = ['cited', 'marked', 'read'] as const;
export type Relied = (typeof RELIED)[number];

/** The pages of a pack that a person has something to do with, by indexes alone. */
export async function reliedOn(
  pack: string,
  own: OwnDb = ownRows(),
  notes: NotesDb = noteRows(),
): Promise<ReadonlyMap<string, Relied>> {
  const from = [pack, Dexie.minKey];
  const to = [pack, Dexie.maxKey];
  const start = `${pack}/`;
  const [read, marked, cited] = await Promise.all([
    own.recents.where('[pack+page]').between(from, to).primaryKeys(),
    Promise.all([
      own.ticks.where('[pack+page]').between(from, to).keys(),
      own.highlights.where('[pack+page]').between(from, to).keys(),
      own.bookmarks.where('[pack+page+section]').between(from, to).keys(),
    ]),
    notes.register.where('cites').startsWith(start).keys(),
  ]);
  const found = new Map<string, Relied>();
  for (const [, page] of read) found.set(page, 'read');
  for (const key of marked.flat()) found.set(String((key as unknown as readonly unknown[])[1]), 'marked');
  for (const key of cited) found.set(String(key).slice(start.length).split('#')[0] ?? '', 'cited');
  return found;
}
