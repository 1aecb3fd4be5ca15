import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Note } from '#domain/note/record/note.ts';
import { asOfToday } from '#domain/note/record/of-today.ts';
import { declareVersions, type SchemaVersion } from '../schema-versions.ts';
import { guardWrites } from '../write-guard.ts';
import type { NoteRow } from './note-row.ts';
import { fillRegister, keepRegister, type ListedRow } from './register-rows.ts';

/** A note as it stood at the end of a sitting. */
export interface VersionRow {
  readonly id: string;
  readonly rev: number;
  readonly note: Note;
}

/** A picture or other file of notes, once for all of them. */
export interface NoteFile {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where a note came from that was taken in from a file. */
export interface OriginRow {
  /** Of the note here. */
  readonly id: string;
  /** Of the note in the file: another one where the note was kept beside the one that was here. */
  readonly of: string;
  /** Its revision in the file, as `noteRevision` names it, and those that it grew from. */
  readonly head: string;
  readonly earlier: readonly string[];
  /** How else this revision is named, where it was written. */
  readonly given?: readonly string[];
  /** SHA-256 of what has no place in the note, kept in main's files; `null` where there is nothing. */
  readonly foreign: string | null;
}

/** One file of notes that was taken in. */
export interface ImportRow {
  readonly id: string;
  /** ISO 8601 in UTC. Shown, and orders the list. */
  readonly at: string;
  readonly file: string;
  readonly notes: readonly ImportedRow[];
  /** Since when it is taken back; empty while it is not. */
  readonly takenBack: string;
}

export interface ImportedRow {
  readonly id: string;
  /** As the import wrote it: a higher one was changed since. */
  readonly rev: number;
  readonly was: 'new' | 'beside' | 'outOfBin';
}

/** Something that is known of the database itself: what is not there any more tells that it was emptied. */
interface Guard {
  readonly key: 'filled';
}

/** What a person wrote: never rebuilt from anything, so its transactions reach the disk before they count. */
export interface NotesDb extends Dexie {
  readonly notes: EntityTable<NoteRow, 'id'>;
  readonly versions: Table<VersionRow, [string, number]>;
  readonly files: EntityTable<NoteFile, 'sha256'>;
  readonly register: EntityTable<ListedRow, 'id'>;
  readonly origins: EntityTable<OriginRow, 'id'>;
  readonly imports: EntityTable<ImportRow, 'id'>;
  readonly guards: EntityTable<Guard, 'key'>;
}

/** Only added to, each with its reason. */
export const NOTES_VERSIONS: readonly SchemaVersion[] = [
  // 1: notes, how they stood before, their files.
  { stores: { notes: 'id, binned', versions: '[id+rev], id', files: 'sha256' } },
  // 2: a small row of each note, as a list of 20,000 must not read all that was ever written.
  { stores: { register: 'id, binned' } },
  // 3: notes that came from files of others.
  { stores: { origins: 'id, of', imports: 'id, at' } },
  // 4: revisions can be compared with the journal without reading notes; a row that is gone when all is.
  { stores: { notes: 'id, binned, rev', guards: 'key' } },
  // 5: which notes rely on a section; the register is made again with that.
  { stores: { register: 'id, binned, *cites' }, upgrade: (all) => all.table('register').clear() },
];

export function openNotesDb(name = 'satchel-notes'): NotesDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as NotesDb;
  declareVersions(db, NOTES_VERSIONS);
  for (const table of [db.notes, db.versions]) table.hook('reading', rowOfToday);
  keepRegister(db);
  guardWrites(db);
  db.on('ready', (open) => fillRegister(open as NotesDb));
  return db;
}

/** A row that an older or a newer app wrote stays as it is until its note is saved. A damaged one may hold anything. */
function rowOfToday<Row extends Pick<NoteRow, 'note'>>(row: Row): Row {
  const stored: unknown = row?.note;
  const note = asOfToday(stored);
  return note === stored ? row : { ...row, note: note as Note };
}

let notesDb: NotesDb | undefined;

/** The notes of this window. */
export function noteRows(): NotesDb {
  notesDb ??= openNotesDb();
  return notesDb;
}
