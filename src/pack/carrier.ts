import type { EntryName } from './entry-name.ts';

export interface CarrierEntry {
  readonly name: EntryName & { readonly kind: 'manifest' | 'blob' | 'metadata' };
  /** Bytes as they lie on the carrier. */
  readonly size: number;
}

/**
 * Where the files of a pack lie: one archive file, or a folder. A carrier is never trusted; it only promises names
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
