import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Anchor } from '#domain/anchor.ts';
import type { GlossaryTerm } from '#domain/glossary.ts';
import type { MissedSearch } from '#domain/missed-search.ts';
import type { RegisterFilters } from '#domain/note/register.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { PackOrigin } from '#domain/pack/pack-origin.ts';
import type { PageMeta, Section, UnshownReason } from '#domain/pack/page.ts';
import { originOfFile, type StarterPin, starterPins } from '#domain/pack/starter-pins.ts';
import type { PictureFault } from '#domain/picture/verdict.ts';
import { declareVersions, type SchemaVersion } from './schema-versions.ts';
import { guardWrites } from './write-guard.ts';

/** Names one release's rows: `<pack>@<manifest hash>`. */
export type ReleaseKey = string;

export const releaseKey = (pack: string, hash: string): ReleaseKey => `${pack}@${hash}`;

/** What is known of a release whose rows are all here; `key` names them. */
interface ReleaseFacts
  extends Pick<
    Manifest,
    | 'id'
    | 'title'
    | 'summary'
    | 'publisher'
    | 'version'
    | 'release'
    | 'language'
    | 'licence'
    | 'created'
    | 'marking'
    | 'notes'
  > {
  readonly key: ReleaseKey;
  readonly hash: string;
  /** Absent where an older Satchel wrote it: nothing is known then. */
  readonly origin?: PackOrigin;
  readonly pages: number;
  readonly sections: number;
  /** Expanded size. */
  readonly bytes: number;
  /** When it was installed, ISO 8601 with zone. */
  readonly installed: string;
}

/** The release that a person can go to in one step: the one before, or the one that they went back from. */
export interface OtherRelease extends ReleaseFacts {
  /** Bytes of pictures that the release that is read shows, too. */
  readonly shared: number;
}

/** A pack that can be read now. Its `key` points at the rows of the active release. */
export interface InstalledPack extends ReleaseFacts {
  readonly other?: OtherRelease;
}

/** A release before those two, for as long as a note cites it, a page of it is open, or a week. */
interface KeptRelease extends ReleaseFacts {
  /** Since when it cannot be gone to any more, milliseconds since 1970. */
  readonly left: number;
}

/** Rows exist for this release. A release that no pack points at is staging, or old, and is swept. */
interface ReleaseRow {
  readonly key: ReleaseKey;
  readonly pack: string;
  readonly redirects: Manifest['redirects'];
}

/** What lists need of a page; small. */
export interface StoredPage {
  readonly key: ReleaseKey;
  readonly page: string;
  readonly meta: PageMeta;
  readonly unshown?: UnshownReason;
}

/** What the reader and the index need of a page. The tree is JSON text: it is copied faster than a deep object. */
interface StoredBody {
  readonly key: ReleaseKey;
  readonly page: string;
  readonly sections: readonly Section[];
  readonly tree?: string;
}

/** A picture, once for all packs that show it. */
export interface StoredImage {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why it is not drawn; then its bytes are not kept. Absent also where an older Satchel did not look. */
  readonly fault?: PictureFault;
}

/** `key` shows the picture: what is left when the last of these goes is swept. */
interface ImageUse {
  readonly key: ReleaseKey;
  readonly sha256: string;
}

interface StoredGlossary {
  readonly key: ReleaseKey;
  readonly terms: readonly GlossaryTerm[];
}

/** One release's search index as one binary record, good for one analyser. */
interface StoredSegment {
  readonly key: ReleaseKey;
  readonly analyser: string;
  readonly buffer: ArrayBuffer;
  /** Of the notes: which of them it holds, each with its revision. */
  readonly revisions?: readonly (readonly [id: string, rev: number])[];
}

/** Pack rows: a copy that can be made again from the pack files. */
export interface PackDb extends Dexie {
  readonly packs: EntityTable<InstalledPack, 'id'>;
  readonly kept: EntityTable<KeptRelease, 'key'>;
  readonly releases: EntityTable<ReleaseRow, 'key'>;
  readonly pages: Table<StoredPage, [ReleaseKey, string]>;
  readonly bodies: Table<StoredBody, [ReleaseKey, string]>;
  readonly images: EntityTable<StoredImage, 'sha256'>;
  readonly imageUses: Table<ImageUse, [ReleaseKey, string]>;
  readonly glossaries: EntityTable<StoredGlossary, 'key'>;
  readonly segments: EntityTable<StoredSegment, 'key'>;
}

/** Only added to, each with its reason. `pins`: the packs that the app was built with. */
export const packVersions = (pins: readonly StarterPin[]): readonly SchemaVersion[] => [
  // 1: packs, their rows by release, pictures by hash, one search record a release.
  {
    stores: {
      packs: 'id',
      releases: 'key',
      pages: '[key+page], key',
      bodies: '[key+page], key',
      images: 'sha256',
      imageUses: '[key+sha256], key, sha256',
      glossaries: 'key',
      segments: 'key',
    },
  },
  // 2: where each pack came from; releases that are kept a while.
  {
    stores: { kept: 'key, id' },
    upgrade: (all) =>
      all
        .table<InstalledPack>('packs')
        .toCollection()
        .modify((pack) => {
          const app = originOfFile(pack.id, pack.hash, pins) === 'app';
          Object.assign(pack, { origin: app ? 'app' : 'file' } satisfies Partial<InstalledPack>);
        }),
  },
];

/** `relaxed` for rows that can be made again, `strict` for the one transaction that makes them count. */
export function openPackDb(
  durability: 'relaxed' | 'strict' = 'relaxed',
  name = 'satchel-packs',
  pins: readonly StarterPin[] = starterPins(),
): PackDb {
  const db = new Dexie(name, { chromeTransactionDurability: durability }) as PackDb;
  declareVersions(db, packVersions(pins));
  guardWrites(db);
  return db;
}

export interface Recent {
  readonly pack: string;
  readonly page: string;
  /** Where reading stopped; empty for the top. */
  readonly section: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Bookmark {
  readonly pack: string;
  readonly page: string;
  /** Empty for the whole page. */
  readonly section: string;
  readonly at: number;
}

interface Tick {
  readonly pack: string;
  readonly page: string;
  readonly task: string;
}

/** A pack that the person took off: it does not come back by itself, whatever ships with the app. */
interface Removed {
  readonly pack: string;
  readonly at: number;
}

/** A search that found nothing. `key` is its words in small letters. */
export interface MissedRow extends MissedSearch {
  readonly key: string;
  readonly at: number;
}

/** A note that was opened. */
interface Opened {
  readonly note: string;
  readonly at: number;
}

/** What the register was narrowed to, under a name of the person's own. */
export interface SavedFilter extends RegisterFilters {
  readonly id: string;
  readonly name: string;
}

/** Words of a page that a person marked for themselves. The page is never changed by it. */
export interface Highlighted extends Anchor {
  readonly id: string;
  readonly pack: string;
  readonly page: string;
  /** Where it was made; empty for what stands before the first heading. */
  readonly section: string;
  readonly at: number;
}

/** Words that were begun and are in nothing yet: a comment that was not added, a reason that was not given. */
export interface DraftRow {
  /** What they are to come into: the id of a note, or of several with a space between; else the name of a screen. */
  readonly of: string;
  /** Where they are written. */
  readonly field: string;
  /** Never empty. */
  readonly text: string;
}

/** What a person did: kept when packs change or go. */
export interface OwnDb extends Dexie {
  readonly recents: Table<Recent, [string, string]>;
  readonly bookmarks: Table<Bookmark, [string, string, string]>;
  readonly ticks: Table<Tick, [string, string, string]>;
  readonly removed: EntityTable<Removed, 'pack'>;
  readonly missed: EntityTable<MissedRow, 'key'>;
  readonly opened: EntityTable<Opened, 'note'>;
  readonly savedFilters: EntityTable<SavedFilter, 'id'>;
  readonly highlights: EntityTable<Highlighted, 'id'>;
  readonly drafts: Table<DraftRow, [string, string]>;
}

/** Only added to, each with its reason. */
export const OWN_VERSIONS: readonly SchemaVersion[] = [
  // 1: pages read with the place where reading stopped, bookmarks, ticked tasks of checklists, packs taken off.
  {
    stores: {
      recents: '[pack+page], at',
      bookmarks: '[pack+page+section], at',
      ticks: '[pack+page+task], [pack+page]',
      removed: 'pack',
    },
  },
  // 2: searches that found nothing.
  { stores: { missed: 'key, at' } },
  // 3: notes opened lately, filters of the register under names.
  { stores: { opened: 'note, at', savedFilters: 'id' } },
  // 4: a person's own highlights on pages.
  { stores: { highlights: 'id, [pack+page], at' } },
  // 5: words that were begun and are in nothing yet.
  { stores: { drafts: '[of+field], of' } },
];

export function openOwnDb(name = 'satchel-own'): OwnDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as OwnDb;
  declareVersions(db, OWN_VERSIONS);
  guardWrites(db);
  return db;
}

let packDb: PackDb | undefined;
let ownDb: OwnDb | undefined;

/** The pack rows of this window or worker. */
export function packRows(): PackDb {
  packDb ??= openPackDb();
  return packDb;
}

/** The person's own rows. */
export function ownRows(): OwnDb {
  ownDb ??= openOwnDb();
  return ownDb;
}
