import type { Dexie } from 'dexie';
import { isStored } from '#domain/note/record/versions.ts';
import type { NotesDb } from '../notes/notes-db.ts';
import { type BackupCalls, backupRows } from './backup-rows.ts';
import { noteRowOf } from './put-back.ts';

/** Not brought from backups: pictures lie beside the journal, the rest is made from notes or known of the store itself. */
const NOT_BROUGHT = new Set(['notes', 'files', 'register', 'guards']);

interface Refill {
  readonly call: BackupCalls;
  readonly db: NotesDb;
  /** The person's other rows. */
  readonly own: Dexie;
  /** Notes that the window or the journal knows, as they are or as removed. */
  readonly known: ReadonlySet<string>;
  /** Whether the window's store was made anew: then every table that is empty is filled. */
  readonly emptied: boolean;
}

interface Refilled {
  /** Ids of the notes that came back. */
  readonly notes: readonly string[];
  /** How many rows of notes are none. */
  readonly unread: number;
}

/** Brings from the newest backup what neither the window nor the journal has. */
export async function refill({ call, db, own, known, emptied }: Refill): Promise<Refilled> {
  const newest = await call['backups:newest']();
  if (!newest.ok || newest.value === null) return { notes: [], unread: 0 };
  const empty = new Map<string, Dexie['tables'][number]>();
  for (const table of emptied ? [...db.tables, ...own.tables] : []) {
    if (!NOT_BROUGHT.has(table.name) && (await table.count()) === 0) empty.set(table.name, table);
  }
  const notes: string[] = [];
  let unread = 0;
  for await (const { table, rows } of backupRows(newest.value.name, call)) {
    await empty.get(table)?.bulkPut([...rows]);
    if (table !== 'notes') continue;
    const strange = rows.filter((row) => !(isStored(row) && typeof row.id === 'string' && known.has(row.id)));
    const lost = strange.flatMap((row) => noteRowOf(row) ?? []);
    unread += strange.length - lost.length;
    await db.notes.bulkPut(lost);
    notes.push(...lost.map(({ id }) => id));
  }
  return { notes, unread };
}
