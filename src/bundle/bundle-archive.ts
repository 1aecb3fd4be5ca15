import {
  type Archive,
  type ArchiveEffects,
  type ArchiveEntry,
  archiveEffects,
  openArchive,
} from '#archive/open-archive.ts';
import { type ArchiveRefusal, refusedAs } from '#archive/refusal.ts';
import type { ArchiveRules } from '#archive/rules.ts';
import { shownName } from '#archive/shown-name.ts';
import { tidyPath } from '#domain/archive/entry-path.ts';
import { METADATA } from '#domain/bundle/crate.ts';
import { NAMES_OF_OTHERS } from '#domain/bundle/unsafe-path.ts';
import { LIMITS } from '#domain/limits.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, tooLarge } from './refusal.ts';

/** A file in the folder of the bundle. */
export interface BundleEntry {
  /** Inside the folder, with `/`. */
  readonly path: string;
  /** Bytes when expanded. */
  readonly size: number;
}

/** An open `.eln` file whose directory is held to every limit; no content was read. */
export interface BundleArchive {
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly entries: readonly BundleEntry[];
  /** Files beside the bundle's folder. */
  readonly outside: number;
  /** The bytes of one of `entries`. @throws ProblemError `bundle-damaged`, `bundle-unsafe` */
  readonly read: (entry: BundleEntry) => Promise<Buffer>;
  /** The SHA-256 of one of `entries`, however large: it is never held whole. @throws ProblemError as `read` */
  readonly digest: (entry: BundleEntry) => Promise<string>;
  readonly close: () => Promise<void>;
}

const RULES: ArchiveRules = {
  limits: {
    file: LIMITS.bundleExpanded,
    entries: LIMITS.bundleEntries,
    directory: 16 * 1024 * 1024,
    expanded: LIMITS.bundleExpanded,
    ratio: LIMITS.blobRatio,
  },
  // Programs of Windows write the strokes of their own paths.
  names: [...NAMES_OF_OTHERS, 'backslash'],
  // Archives of old programs, and of those that do not say that they write UTF-8.
  oldLetters: true,
  // Nothing is unpacked: two files of a Mac or of Linux stay two here.
  caseTwins: true,
};

/** @throws ProblemError for everything that is not safely a bundle. */
export async function openBundleArchive(
  path: string,
  effects: ArchiveEffects = archiveEffects,
): Promise<BundleArchive> {
  const file = shownName(path);
  const archive = await openArchive(path, RULES, effects).catch(refusedAs(problemOf(file, file)));
  try {
    return inFolder(archive, file);
  } catch (error) {
    await archive.close();
    throw error;
  }
}

interface Listed {
  readonly path: string;
  readonly entry: ArchiveEntry;
}

/** The files of the bundle's folder, by their paths in it. */
function inFolder(archive: Archive, file: string): BundleArchive {
  const files = archive.entries
    .filter(({ name }) => !JUNK.test(name) && !name.endsWith('/'))
    .map((entry) => ({ path: tidyPath(entry.name), entry }));
  const all = described(files);
  const root = rootOf(all) ?? fail({ code: 'not-a-bundle', file });
  const inside = new Map<BundleEntry, ArchiveEntry>();
  for (const { path, entry } of all) {
    if (path.startsWith(root)) inside.set({ path: path.slice(root.length), size: entry.size }, entry);
  }
  const entryOf = (entry: BundleEntry): ArchiveEntry => {
    const found = inside.get(entry);
    if (found === undefined) throw new TypeError('an entry of another bundle');
    return found;
  };
  return {
    file,
    size: archive.size,
    entries: [...inside.keys()],
    outside: all.length - inside.size,
    read: (entry) => archive.read(entryOf(entry)).catch(refusedAs(problemOf(file, entry.path))),
    digest: (entry) => archive.digest(entryOf(entry)).catch(refusedAs(problemOf(file, entry.path))),
    close: archive.close,
  };
}

/** The listed files, with the description called as it is today: others spell it in other letters, or as in the first version. */
function described(all: readonly Listed[]): readonly Listed[] {
  if (rootOf(all) !== null) return all;
  const old = new RegExp(`(?<=^|/)${METADATA.replace('.', '\\.')}(?:ld)?$`, 'i');
  return all.map((one) => ({ ...one, path: one.path.replace(old, METADATA) }));
}

/** What systems put beside files for themselves. */
const JUNK = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** The folder that holds the metadata, with its `/`; empty where others put it at the top. */
function rootOf(all: readonly Listed[]): string | null {
  const found = all.map(({ path }) => path).filter((path) => path === METADATA || path.endsWith(`/${METADATA}`));
  const [first] = found.sort((a, b) => depthOf(a) - depthOf(b) || a.length - b.length);
  return first === undefined ? null : first.slice(0, -METADATA.length);
}

const depthOf = (path: string): number => path.split('/').length;

const problemOf =
  (file: string, part: string) =>
  (refusal: ArchiveRefusal): Problem => {
    switch (refusal.why) {
      case 'unreadable':
        return { code: 'file-unreadable', file };
      case 'too-large':
        return tooLarge(file, refusal.limit);
      case 'no-directory':
        return { code: 'not-a-bundle', file };
      case 'overlap':
        return { code: 'bundle-unsafe', file, reason: 'ratio' };
      case 'unsafe':
        return { code: 'bundle-unsafe', file, reason: refusal.reason };
      case 'directory':
        return { code: 'bundle-damaged', file, part, at: 'list' };
      case 'damaged':
        return { code: 'bundle-damaged', file, part, at: part === file ? 'list' : 'file' };
    }
  };
