import type { Draft, Entry } from '#domain/journal/entry.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import { call, none } from './call.ts';

/** What main keeps of notes outside the window's own store: their journal, their pictures and files, snapshots. */
export const noteCalls = {
  /** Writes saved revisions of notes into the journal, all or none; it answers when the disk has them. */
  'journal:keep': call<(drafts: readonly Draft[]) => null>(({ drafts }) => [drafts]),
  /** The same for what is too much for one message: a ticket, then some at a time; nothing is written before `keep-all`. */
  'journal:gather': call<() => string>(none),
  'journal:add': call<(ticket: string, drafts: readonly Draft[]) => null>(({ ticket, drafts }) => [ticket, drafts]),
  'journal:keep-all': call<(ticket: string) => null>(({ ticket }) => [ticket]),
  'journal:overview': call<() => JournalOverview>(none),
  /** The last lines of a few notes with their content. */
  'journal:entries': call<(notes: readonly string[]) => readonly Entry[]>(({ list, text }) => [
    list(text(200).min(1), 1_000),
  ]),
  /** The last lines of these revisions, where the journal still has their content. */
  'journal:revisions': call<(wanted: readonly Pick<Entry, 'note' | 'rev'>[]) => readonly Entry[]>(
    ({ list, revision }) => [list(revision, 1_000)],
  ),
  /** Keeps a picture or file of notes outside the window's own store, on the disk when it answers; its SHA-256. */
  'files:keep': call<(bytes: Uint8Array) => string>(({ fileBytes }) => [fileBytes]),
  /** `null` where none is kept under this hash. */
  'files:read': call<(sha256: string) => Uint8Array<ArrayBuffer> | null>(({ sha256 }) => [sha256]),
  /** Saves a file of notes where a person says; `name` is proposed. */
  'files:save': call<(sha256: string, name: string) => 'saved' | 'cancelled'>(({ sha256, fileName }) => [
    sha256,
    fileName,
  ]),
  /** Saves a note's text where the person says, as on another drive when this one is full. */
  'notes:copy': call<(title: string, text: string) => 'saved' | 'cancelled'>(({ text }) => [
    text(2_000),
    text(5_000_000),
  ]),
  /** Newest first. Each file is read to its end, which takes its time. */
  'backups:list': call<() => readonly Backup[]>(none),
  /** The newest that is whole. */
  'backups:newest': call<() => Backup | null>(none),
  /** A ticket for the rows of a whole one. */
  'backups:open': call<(name: string) => string>(({ text }) => [text(100)]),
  /** The next rows; `null` at the end, and then the ticket is gone. */
  'backups:rows': call<(ticket: string) => Rows | null>(({ ticket }) => [ticket]),
  /** Begins one; a ticket. `whole`: the window knows of nothing that its rows lack. */
  'backups:begin': call<(whole: boolean) => string>(({ flag }) => [flag]),
  /** The snapshot writes rows as they are: what JSON cannot say stands as nothing. */
  'backups:add': call<(ticket: string, part: Rows) => null>(({ ticket, object, text, list, anything }) => [
    ticket,
    object({ table: text(40).regex(/^[A-Za-z]+$/), rows: list(anything, 1_000) }),
  ]),
  'backups:end': call<(ticket: string) => Backup>(({ ticket }) => [ticket]),
  /** Whether none was made today by this app. */
  'backups:due': call<() => boolean>(none),
  /**
   * Saves a backup where the person says; the system's own dialog asks. `null`: everything as it is now, from what main
   * has by itself, with the pictures.
   */
  'backups:save': call<(name: string | null) => 'saved' | 'cancelled'>(({ text }) => [text(100).nullable()]),
  /** Gives a ticket back. What was begun leaves no trace. */
  'backups:stop': call<(ticket: string) => null>(({ ticket }) => [ticket]),
};

/** What the journal knows without its texts, and what was wrong with it when it was opened. */
export interface JournalOverview {
  /** The last line of each note; `held`: only snapshots have its content. */
  readonly heads: readonly (Pick<Entry, 'note' | 'rev' | 'op'> & { readonly held: boolean })[];
  /** When the last line was written, ISO 8601 in UTC; `null` for none. */
  readonly last: string | null;
  /** Pieces that are not what was written, and files that the disk did not give. */
  readonly damaged: number;
}

/** A snapshot of everything a person wrote, as it lies in its folder. Only a `verified` one is known to be whole. */
export interface Backup {
  readonly name: string;
  /** By the laptop's own clock, `YYYY-MM-DD`. */
  readonly day: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly state: 'verified' | 'damaged' | 'too-new';
  /** ISO 8601 in UTC; `null` where it cannot be read. */
  readonly made: string | null;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
}
