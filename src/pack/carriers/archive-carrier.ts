import { type ArchiveEffects, archiveEffects, openArchive } from '#archive/open-archive.ts';
import { type ArchiveRefusal, refusedAs } from '#archive/refusal.ts';
import type { ArchiveRules } from '#archive/rules.ts';
import { shownName } from '#archive/shown-name.ts';
import { LIMITS } from '#domain/limits.ts';
import type { Problem } from '#domain/problem.ts';
import { readEntryName } from '#pack/entry-name.ts';
import { fail, tooLarge } from '#pack/refusal.ts';
import { type Carrier, carriedEntries, fileOf } from './carrier.ts';

/** Packs are made by our own tool, so nothing is allowed that it does not write. */
const RULES: ArchiveRules = {
  limits: {
    file: LIMITS.packFile,
    entries: LIMITS.archiveEntries,
    directory: LIMITS.manifest,
    // What lies there as it is cannot be more than the file; what it becomes is held to the manifest.
    expanded: Number.POSITIVE_INFINITY,
    ratio: LIMITS.blobRatio,
  },
  names: [],
  oldLetters: false,
  caseTwins: false,
};

/**
 * Opens a pack in one file and reads its directory, nothing else.
 * @throws ProblemError for everything that is not exactly such a file.
 */
export async function openArchiveCarrier(path: string, effects: ArchiveEffects = archiveEffects): Promise<Carrier> {
  const file = shownName(path);
  const archive = await openArchive(path, RULES, effects).catch(refusedAs(problemOf(file, file)));
  try {
    const entries = carriedEntries(archive.entries, file);
    // Packs are stored: brotli has done the work, and what is not inflated cannot swell.
    if ([...entries.values()].some(({ isStored }) => !isStored)) fail({ code: 'pack-damaged', file, part: file });
    return {
      file,
      size: archive.size,
      entries: [...entries.keys()],
      read: (entry, part) => archive.read(fileOf(entries, entry)).catch(refusedAs(problemOf(file, part))),
      close: archive.close,
    };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

const problemOf =
  (file: string, part: string) =>
  (refusal: ArchiveRefusal): Problem => {
    switch (refusal.why) {
      case 'unreadable':
        return { code: 'file-unreadable', file };
      case 'too-large':
        return tooLarge(file, refusal.limit);
      case 'no-directory':
        return { code: refusal.isCut ? 'pack-truncated' : 'not-a-pack', file };
      // What is no bomb by its sizes is a pack that was spoilt on its way, or no pack.
      case 'overlap':
      case 'directory': {
        const isPack = refusal.names.some((name) => readEntryName(name) !== null);
        return isPack ? { code: 'pack-damaged', file, part } : { code: 'not-a-pack', file };
      }
      case 'unsafe':
        return { code: 'pack-unsafe', file, reason: refusal.reason };
      case 'damaged':
        return { code: 'pack-damaged', file, part };
    }
  };
