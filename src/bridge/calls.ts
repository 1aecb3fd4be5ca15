import type { Marking } from '#domain/bundle/marking.ts';
import type { Day } from '#domain/day.ts';
import type { HeldBy } from '#domain/held-by.ts';
import type { PackOrigin } from '#domain/install-question.ts';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import type { Manifest } from '#domain/manifest.ts';
import type { MissedSearch } from '#domain/missed-search.ts';
import type { PackPart } from '#domain/pack-part.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import type { Settings, SettingsPatch } from '#domain/settings.ts';
import type { CommandId } from './commands.ts';
import type { BundleOffer, BundlePart, BundleReading, SharedFile, SharePlan } from './sharing.ts';

/** A pack file that main has looked at and keeps under a ticket. The window never learns or sends a path. */
export interface Offer {
  readonly ticket: string;
  /** File name without its folder. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  /** What the file says it is, or why it is refused at once. */
  readonly found: { readonly manifest: ManifestHead } | { readonly problem: Problem };
}

export type ManifestHead = Pick<Manifest, 'id' | 'title' | 'version' | 'release' | 'publisher'> & {
  readonly hash: string;
  readonly origin: PackOrigin;
  readonly pages: number;
  /** Ids of its pages. */
  readonly pageIds: readonly string[];
  /** Expanded bytes of all files. */
  readonly bytes: number;
};

/** What the window needs before its first paint. */
export interface Start {
  readonly settings: Settings;
  readonly version: string;
  /** For the "about" lines of Settings: Electron and Chromium versions and whether the sandbox is on. */
  readonly runtime: { readonly electron: string; readonly chromium: string; readonly platform: string };
  /** Today in the laptop's zone, `YYYY-MM-DD`. `SATCHEL_TODAY` sets it in tests. */
  readonly today: string;
  /** Why the window should start with what mends and saves alone: it was asked for, or two starts failed. */
  readonly safe: 'asked' | 'failed' | null;
  /** So little space that nothing may be written to the window's store, until it was looked at again. */
  readonly lowSpace: boolean;
  /** A window without the notes, on a store in memory. */
  readonly guidanceOnly: boolean;
  /** Main may not write to its folder: all can be read, nothing that is done is kept. */
  readonly reading: boolean;
  /** Who else has that folder open: it is only read, or was taken over while this window stood. */
  readonly heldBy: HeldBy | null;
  /** What was open last and was not opened again, because the app or its window broke, or for a safe start; told once. */
  readonly notOpened: { readonly address: string; readonly why: 'broke' | 'safe' } | null;
  /** Languages that may be chosen: never the long one of the screen tests. */
  readonly languages: readonly Settings['language'][];
}

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

/** A note whose last words could not be saved. */
export interface Unsaved {
  readonly title: string;
  /** One sentence. */
  readonly reason: string;
  /** Its last words are on the disk, once instead of twice: the next start puts that right. */
  readonly kept: boolean;
}

/** The disk that everything lies on. */
export interface DiskSpace {
  /** Bytes that may still be written. */
  readonly free: number;
  /** So little that the window's store must not be written to: a full disk would cost all of it. */
  readonly low: boolean;
  /** It may go away while it is in use, or is slow: a network folder or a stick. */
  readonly unsteady: boolean;
}

/** Every question the window can ask main. A call = one line here, one name below, one schema and one handler in main. */
export interface Calls {
  'app:start': () => Start;
  'settings:change': (patch: SettingsPatch) => Settings;
  /** The packs that came with the app. */
  'packs:starters': () => readonly Offer[];
  /** Files named on the command line, dropped on the icon or opened from the desktop since the last call. */
  'packs:waiting': () => readonly Offer[];
  /** The system's own open dialog; empty when it was cancelled. */
  'packs:choose': () => readonly Offer[];
  /** The next piece of a pack. After `end` or a problem the ticket is gone. */
  'packs:part': (ticket: string) => PackPart;
  'packs:stop': (ticket: string) => null;
  /** Asks the person with the full address in sight, then opens the browser or the mail program. */
  'link:open': (href: string) => 'opened' | 'copied' | 'cancelled';
  /** The title and the marking stand on every sheet. */
  'page:print': (title: string, marking: Marking) => null;
  /** Makes everything larger or smaller by a step; answers the size, per cent. */
  'view:zoom': (step: 'in' | 'out' | 'reset') => number;
  /** Writes saved revisions of notes into the journal, all or none; it answers when the disk has them. */
  'journal:keep': (drafts: readonly Draft[]) => null;
  /** The same for what is too much for one message: a ticket, then some at a time; nothing is written before `keep-all`. */
  'journal:gather': () => string;
  'journal:add': (ticket: string, drafts: readonly Draft[]) => null;
  'journal:keep-all': (ticket: string) => null;
  'journal:overview': () => JournalOverview;
  /** The last lines of a few notes with their content. */
  'journal:entries': (notes: readonly string[]) => readonly Entry[];
  /** The last lines of these revisions, where the journal still has their content. */
  'journal:revisions': (wanted: readonly Pick<Entry, 'note' | 'rev'>[]) => readonly Entry[];
  /** Newest first. Each file is read to its end, which takes its time. */
  'backups:list': () => readonly Backup[];
  /** The newest that is whole. */
  'backups:newest': () => Backup | null;
  /** A ticket for the rows of a whole one. */
  'backups:open': (name: string) => string;
  /** The next rows; `null` at the end, and then the ticket is gone. */
  'backups:rows': (ticket: string) => Rows | null;
  /** Begins one; a ticket. `whole`: the window knows of nothing that its rows lack. */
  'backups:begin': (whole: boolean) => string;
  'backups:add': (ticket: string, part: Rows) => null;
  'backups:end': (ticket: string) => Backup;
  /** Whether none was made today by this app. */
  'backups:due': () => boolean;
  /**
   * Saves a backup where the person says; the system's own dialog asks. `null`: everything as it is now, from what main
   * has by itself, with the pictures.
   */
  'backups:save': (name: string | null) => 'saved' | 'cancelled';
  /** Gives a ticket back. What was begun leaves no trace. */
  'backups:stop': (ticket: string) => null;
  /** Keeps a picture or file of notes outside the window's own store, on the disk when it answers; its SHA-256. */
  'files:keep': (bytes: Uint8Array) => string;
  /** `null` where none is kept under this hash. */
  'files:read': (sha256: string) => Uint8Array<ArrayBuffer> | null;
  /** Saves a file of notes where a person says; `name` is proposed. */
  'files:save': (sha256: string, name: string) => 'saved' | 'cancelled';
  /** The answer to the event `leaving`: what could not be saved. Where there is some, a person is asked. */
  'app:ready-to-leave': (unsaved: readonly Unsaved[]) => null;
  /** The window works. `schema`: versions of its databases by name. */
  'app:started': (schema: Readonly<Record<string, number>>) => null;
  /** Looks at the space on the disk, and gives up what is kept free for the worst where there is too little. */
  'app:space': () => DiskSpace;
  /** Where everything lies that Satchel writes, to be shown. */
  'app:folder': () => string;
  /** Moves the window's store aside and loads the window again, which builds it anew. Nothing is deleted. */
  'app:mend': (held: boolean) => null;
  /** Opens the window anew on a store in memory, for guidance alone. */
  'app:guidance': () => null;
  /** Takes the folder from whoever has it open and starts anew, after the system's own dialog asked. */
  'app:take-over': () => 'cancelled';
  /** Deletes all that Satchel keeps on this laptop and ends it, after the system's own dialog asked. */
  'app:erase': () => 'cancelled';
  /** Saves a note's text where the person says, as on another drive when this one is full. */
  'notes:copy': (title: string, text: string) => 'saved' | 'cancelled';
  /** Saves searches that found nothing in a file; the system's own dialog asks where. */
  'searches:save': (searches: readonly MissedSearch[]) => 'saved' | 'cancelled';
  /** Asks by the system's own dialog where notes are to be written; `null` when it was cancelled. */
  'share:begin': (plan: SharePlan) => string | null;
  /** A piece of the notes' lines of JSON, each an `OutgoingNote`. A PDF needs none: it is what the window prints. */
  'share:add': (ticket: string, text: string) => null;
  /** Writes the file; afterwards the ticket is gone. */
  'share:write': (ticket: string) => SharedFile;
  'share:progress': (ticket: string) => { readonly done: number; readonly total: number };
  'share:stop': (ticket: string) => null;
  /** The system's own open dialog for a file of notes; empty when it was cancelled. */
  'bundles:choose': () => readonly BundleOffer[];
  /** Files of notes that were named on the command line, dropped, or opened from the desktop since the last call. */
  'bundles:waiting': () => readonly BundleOffer[];
  /** The next lines of a bundle's notes, each an `IncomingNote`. */
  'bundles:part': (ticket: string) => BundlePart;
  /** A picture of a bundle, to be looked at; `null` where it is too large to be shown. */
  'bundles:picture': (ticket: string, sha256: string) => Uint8Array<ArrayBuffer> | null;
  /** Keeps a file of a bundle among the files of notes. */
  'bundles:keep': (ticket: string, sha256: string) => null;
  'bundles:stop': (ticket: string) => null;
}

export type CallName = keyof Calls;

/** The names again, as values: the compiler demands each exactly once. */
const names: Record<CallName, true> = {
  'app:start': true,
  'settings:change': true,
  'packs:starters': true,
  'packs:waiting': true,
  'packs:choose': true,
  'packs:part': true,
  'packs:stop': true,
  'link:open': true,
  'page:print': true,
  'view:zoom': true,
  'journal:keep': true,
  'journal:gather': true,
  'journal:add': true,
  'journal:keep-all': true,
  'journal:overview': true,
  'journal:entries': true,
  'journal:revisions': true,
  'backups:list': true,
  'backups:newest': true,
  'backups:open': true,
  'backups:rows': true,
  'backups:begin': true,
  'backups:add': true,
  'backups:end': true,
  'backups:stop': true,
  'notes:copy': true,
  'backups:due': true,
  'backups:save': true,
  'app:started': true,
  'app:space': true,
  'app:folder': true,
  'app:mend': true,
  'app:guidance': true,
  'app:erase': true,
  'app:take-over': true,
  'files:keep': true,
  'files:read': true,
  'files:save': true,
  'app:ready-to-leave': true,
  'searches:save': true,
  'share:begin': true,
  'share:add': true,
  'share:write': true,
  'share:progress': true,
  'share:stop': true,
  'bundles:choose': true,
  'bundles:waiting': true,
  'bundles:part': true,
  'bundles:picture': true,
  'bundles:keep': true,
  'bundles:stop': true,
};
export const CALL_NAMES = Object.keys(names) as readonly CallName[];

/** The preload's own question: paths of dropped files, which the window itself can never name. */
export const DROPPED = 'packs:dropped';

/** What main tells the window unasked. */
export interface Events {
  /** A menu item was chosen. */
  command: (id: CommandId) => void;
  /** The wheel changed the size of everything; per cent. */
  zoomed: (percent: number) => void;
  /** Words that were chosen to be looked up. */
  lookUp: (words: string) => void;
  /** The menu of a right click copied an address. */
  copied: () => void;
  /** Packs wait: ask `packs:waiting`. */
  'packs:waiting': () => void;
  /** Files of notes wait: ask `bundles:waiting`. */
  'bundles:waiting': () => void;
  /** How far the reading of a file of notes is; `null` when it is over. */
  'bundles:reading': (reading: BundleReading | null) => void;
  /** The laptop goes to sleep or is locked: what waits is written now. */
  flush: () => void;
  /** Shift was held at the start: show what mends and saves alone. */
  safe: () => void;
  /** A day has begun since the start, `YYYY-MM-DD` in the laptop's zone. */
  today: (day: Day) => void;
  /** Another machine took the folder over: nothing more can be written. */
  taken: (by: HeldBy) => void;
  /** The window is to close: write what waits, then call `app:ready-to-leave`. */
  leaving: () => void;
}

export type EventName = keyof Events;
const eventNames: Record<EventName, true> = {
  command: true,
  zoomed: true,
  lookUp: true,
  copied: true,
  'packs:waiting': true,
  'bundles:waiting': true,
  'bundles:reading': true,
  flush: true,
  leaving: true,
  today: true,
  taken: true,
  safe: true,
};
export const EVENT_NAMES = Object.keys(eventNames) as readonly EventName[];

/** `window.satchel`: one function a call, one subscription, and dropped files (whose paths only the preload sees). */
export interface Bridge {
  readonly call: {
    readonly [N in CallName]: (...args: Parameters<Calls[N]>) => Promise<Result<ReturnType<Calls[N]>>>;
  };
  /** Subscribes; the answer unsubscribes. */
  readonly on: <N extends EventName>(name: N, listener: Events[N]) => () => void;
  /** Hands files dropped on the window to main. `files` are DOM `File` objects. Answers like `packs:choose`. */
  readonly dropped: (files: readonly unknown[]) => Promise<Result<readonly Offer[]>>;
}
