import { type EntryName, readEntryName } from '#pack/entry-name.ts';
import { fail, failUnsafe } from '#pack/refusal.ts';

export interface CarrierEntry {
  readonly name: EntryName;
  /** The name as it is written. */
  readonly path: string;
  /** Bytes as they lie on the carrier; the most that they may be where it is asked file by file. */
  readonly size: number;
}

/**
 * Where the files of a pack lie: one archive file, a folder, or a repository. A carrier is never trusted; it only promises names
 * of the exact forms of `entry-name.ts`, each once, and bounded reads.
 */
export interface Carrier {
  /** A name that a person knows, for problems. */
  readonly file: string;
  /** Bytes of the file, or of all entries together. */
  readonly size: number;
  readonly entries: readonly CarrierEntry[];
  /** The bytes of one entry as they lie there. `part` is what a problem calls it. */
  read(entry: CarrierEntry, part: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** A file as it lies on a carrier. */
export interface CarriedFile {
  readonly name: string;
  /** Bytes there. */
  readonly packed: number;
}

/**
 * The entries that the files of a carrier are, each with its file. Nothing that is no part of a pack may lie beside it.
 * @throws ProblemError `not-a-pack`, `pack-unsafe`
 */
export function carriedEntries<Found extends CarriedFile>(
  files: readonly Found[],
  file: string,
): ReadonlyMap<CarrierEntry, Found> {
  const entries = new Map<CarrierEntry, Found>();
  for (const found of files) {
    const name = readEntryName(found.name);
    if (name !== null) entries.set({ name, path: found.name, size: found.packed }, found);
  }
  if (entries.size === files.length) return entries;
  const hasManifest = [...entries.keys()].some(({ name }) => name.kind === 'manifest');
  return hasManifest ? failUnsafe(file, 'unlisted-file') : fail({ code: 'not-a-pack', file });
}

/** The file of an entry of this carrier. */
export function fileOf<Found>(entries: ReadonlyMap<CarrierEntry, Found>, entry: CarrierEntry): Found {
  const found = entries.get(entry);
  if (found === undefined) throw new TypeError('an entry of another carrier');
  return found;
}
