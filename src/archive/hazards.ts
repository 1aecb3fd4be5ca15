import type { Entry } from 'yauzl';
import { samePathKey, tidyPath } from '#domain/archive/entry-path.ts';
import { unsafeName } from '#domain/archive/unsafe-name.ts';
import type { UnsafeReason } from '#domain/problem.ts';
import { entryNames } from './entry-names.ts';
import type { ArchiveRules } from './rules.ts';

interface Looked {
  readonly zip: Entry;
  /** Its name, and others that it has for other programs. */
  readonly names: readonly [string, ...string[]];
  readonly rules: ArchiveRules;
  /** Keys of the names before. */
  readonly seen: ReadonlySet<string>;
}

/** The kinds of Unix in an entry's attributes: file, folder; none where another system wrote it. */
const KINDS = [0, 0o100000, 0o040000];

/**
 * What an entry is that no file of ours is, in the order in which it is told. Links, devices and pipes are one reason.
 * An archive in an archive is a file like any other: nothing here opens it.
 */
const HAZARDS: readonly (readonly [UnsafeReason, (looked: Looked) => boolean])[] = [
  ['encrypted', ({ zip }) => zip.isEncrypted()],
  ['symlink', ({ zip }) => !KINDS.includes((zip.externalFileAttributes >>> 16) & 0o170000)],
  ['name', ({ names, rules }) => names.some((name) => unsafeName(name, rules.names) !== null)],
  ['duplicate', ({ names, rules, seen }) => seen.has(keyOf(names[0], rules))],
  // One byte may say that it becomes nothing.
  ['ratio', ({ zip, rules }) => zip.uncompressedSize > Math.max(zip.compressedSize, 1) * rules.limits.ratio],
  ['size-lie', ({ zip }) => zip.compressionMethod === 0 && zip.compressedSize !== zip.uncompressedSize],
];

const keyOf = (name: string, { caseTwins }: ArchiveRules): string => (caseTwins ? tidyPath(name) : samePathKey(name));

/** Looks at the entries of one directory, one after another. */
export class HazardWatch {
  readonly #rules: ArchiveRules;
  readonly #seen = new Set<string>();
  readonly #placed: { readonly start: number; readonly end: number }[] = [];

  constructor(rules: ArchiveRules) {
    this.#rules = rules;
  }

  /** The hazard of an entry, or its name. */
  look(zip: Entry): { readonly hazard: UnsafeReason } | { readonly name: string } {
    const names = entryNames(zip, this.#rules);
    const looked = { zip, names, rules: this.#rules, seen: this.#seen };
    for (const [hazard, is] of HAZARDS) if (is(looked)) return { hazard };
    this.#seen.add(keyOf(names[0], this.#rules));
    const start = zip.relativeOffsetOfLocalHeader;
    this.#placed.push({ start, end: start + LOCAL_HEADER + zip.compressedSize });
    return { name: names[0] };
  }

  /** Whether entries share their bytes. */
  get overlaps(): boolean {
    let end = 0;
    for (const one of this.#placed.sort((a, b) => a.start - b.start)) {
      if (one.start < end) return true;
      end = one.end;
    }
    return false;
  }
}

/** Bytes of the header before each entry, beside its name. */
const LOCAL_HEADER = 30;
