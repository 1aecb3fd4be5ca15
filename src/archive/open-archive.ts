import type { FileHandle } from 'node:fs/promises';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { openRegular } from '#files/regular-file.ts';
import { Contents, STORED } from './contents.ts';
import { readDirectory } from './directory.ts';
import { type ArchiveSource, bytesSource, FileWindow, fileSource } from './file-window.ts';
import { refuseArchive } from './refusal.ts';
import type { ArchiveRules } from './rules.ts';

export interface ArchiveEntry {
  readonly name: string;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes when expanded. */
  readonly size: number;
  /** Its bytes lie there as they are. */
  readonly isStored: boolean;
}

/** An open archive whose directory is held to every rule; no content was read. */
export interface Archive {
  /** Bytes of the file. */
  readonly size: number;
  /** Files and folders, which end with `/`. */
  readonly entries: readonly ArchiveEntry[];
  /** The bytes of one of `entries`. @throws ArchiveRefused */
  readonly read: (entry: ArchiveEntry) => Promise<Buffer>;
  /** The SHA-256 of one of `entries`, however large. @throws ArchiveRefused */
  readonly digest: (entry: ArchiveEntry) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface ArchiveEffects {
  readonly open: (path: string) => Promise<FileHandle>;
}

export const archiveEffects: ArchiveEffects = { open: openRegular };

/**
 * Opens a ZIP and reads its directory, nothing else.
 * @throws ArchiveRefused for everything that is not safely one
 */
export async function openArchive(
  path: string,
  rules: ArchiveRules,
  effects: ArchiveEffects = archiveEffects,
): Promise<Archive> {
  const handle = await effects.open(path).catch(() => refuseArchive({ why: 'unreadable' }));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) refuseArchive({ why: 'unreadable' });
    const archive = await readArchive(fileSource(handle, stat.size), rules);
    return { ...archive, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The same of bytes that are at hand. @throws ArchiveRefused */
export const openArchiveBytes = (bytes: Buffer, rules: ArchiveRules): Promise<Omit<Archive, 'close'>> =>
  readArchive(bytesSource(bytes), rules);

async function readArchive(source: ArchiveSource, rules: ArchiveRules): Promise<Omit<Archive, 'close'>> {
  const { size } = source;
  if (size > rules.limits.file) refuseArchive({ why: 'too-large', limit: rules.limits.file });
  const window = new FileWindow(source);
  const zip = await openZip(window, size);
  const zips = new Map<ArchiveEntry, Entry>();
  for (const { name, zip: entry } of await readDirectory(zip, window, rules)) {
    const { compressedSize: packed, uncompressedSize, compressionMethod } = entry;
    zips.set({ name, packed, size: uncompressedSize, isStored: compressionMethod === STORED }, entry);
  }
  window.ahead = 0;
  const contents = new Contents(zip, window);
  const zipOf = (entry: ArchiveEntry): Entry => {
    const found = zips.get(entry);
    if (found === undefined) throw new TypeError('an entry of another archive');
    return found;
  };
  return {
    size,
    entries: [...zips.keys()],
    read: async (entry) => contents.read(zipOf(entry)),
    digest: async (entry) => contents.digest(zipOf(entry)),
  };
}

async function openZip(window: FileWindow, size: number): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    return await fromRandomAccessReaderPromise(window, size, options);
  } catch {
    const head = await window.bytes(0, Math.min(4, size)).catch(() => refuseArchive({ why: 'unreadable' }));
    // A file that begins like an archive and has no directory at its end was cut off.
    return refuseArchive({ why: 'no-directory', isCut: size === 0 || (head[0] === 0x50 && head[1] === 0x4b) });
  }
}
