import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { LIMITS } from '#domain/limits.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Carrier, CarrierEntry } from './carrier.ts';
import { type EntryName, isUnsafeName, readEntryName, sameNameKey } from './entry-name.ts';
import { FileWindow } from './file-window.ts';
import { fail, failTooLarge, failUnsafe } from './refusal.ts';
import { openRegular } from './regular-file.ts';
import { shownName } from './shown-name.ts';
import { otherNames, unsafeKind, unsafeSize } from './zip-entry.ts';

export interface ArchiveEffects {
  readonly open: (path: string) => Promise<FileHandle>;
}

export const archiveEffects: ArchiveEffects = { open: openRegular };

/**
 * Opens a pack in one file and reads its directory, nothing else.
 * @throws ProblemError for everything that is not exactly such a file.
 */
export async function openArchive(path: string, effects: ArchiveEffects = archiveEffects): Promise<Carrier> {
  const file = shownName(path);
  const handle = await effects.open(path).catch(() => fail({ code: 'file-unreadable', file }));
  try {
    return await readArchive(handle, file);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readArchive(handle: FileHandle, file: string): Promise<Carrier> {
  const stat = await handle.stat();
  if (!stat.isFile()) fail({ code: 'file-unreadable', file });
  if (stat.size > LIMITS.packFile) failTooLarge(file, LIMITS.packFile);
  const window = new FileWindow(handle, stat.size);
  const head = await window.bytes(0, Math.min(4, stat.size)).catch(() => fail({ code: 'file-unreadable', file }));
  const zip = await openZip(window, stat.size, head, file);
  const found = await readDirectory(zip, file);
  window.ahead = 0;
  return {
    file,
    size: stat.size,
    entries: found,
    read: (entry, part) => readStored(zip, window, entry, { code: 'pack-damaged', file, part }),
    close: () => handle.close(),
  };
}

async function openZip(window: FileWindow, size: number, head: Buffer, file: string): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    return await fromRandomAccessReaderPromise(window, size, options);
  } catch {
    // A file that begins like an archive and has no directory at its end was cut off.
    const begins = size === 0 || (head[0] === 0x50 && head[1] === 0x4b);
    return fail({ code: begins ? 'pack-truncated' : 'not-a-pack', file });
  }
}

class ArchiveEntry implements CarrierEntry {
  readonly name: CarrierEntry['name'];
  readonly zip: Entry;
  constructor(name: CarrierEntry['name'], zip: Entry) {
    this.name = name;
    this.zip = zip;
  }
  get size(): number {
    return this.zip.compressedSize;
  }
}

/** Every entry's name, size and flags, checked before a byte of content is read. */
async function readDirectory(zip: ZipFile, file: string): Promise<readonly ArchiveEntry[]> {
  if (zip.entryCount > LIMITS.archiveEntries) failUnsafe(file, 'too-many-entries');
  const found: ArchiveEntry[] = [];
  const seen = new Set<string>();
  let foreign: 'none' | 'unlisted' = 'none';
  let directory = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      directory += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (directory > LIMITS.manifest) failTooLarge(file, LIMITS.manifest);
      const text = entry.fileNameRaw.toString('utf8');
      const name = readEntryName(text);
      refuseUnsafe(entry, name, text, seen, file);
      if (name.kind === 'unsafe' || name.kind === 'foreign') foreign = 'unlisted';
      else found.push(new ArchiveEntry(name, entry));
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof Error && error.message.includes('encryption')) failUnsafe(file, 'encrypted');
    fail(found.length > 0 ? { code: 'pack-damaged', file, part: file } : { code: 'not-a-pack', file });
  }
  if (foreign !== 'none') {
    if (found.some((entry) => entry.name.kind === 'manifest')) failUnsafe(file, 'unlisted-file');
    fail({ code: 'not-a-pack', file });
  }
  return found;
}

function refuseUnsafe(entry: Entry, name: EntryName, text: string, seen: Set<string>, file: string): void {
  const kind = unsafeKind(entry);
  if (kind !== null) failUnsafe(file, kind);
  if (name.kind === 'unsafe' || otherNames(entry).some(isUnsafeName)) failUnsafe(file, 'name');
  const key = sameNameKey(text);
  if (seen.has(key)) failUnsafe(file, 'duplicate');
  seen.add(key);
  const size = unsafeSize(entry);
  if (size !== null) failUnsafe(file, size);
  // Packs are stored: brotli has done the work, and what is not inflated cannot swell.
  if (name.kind !== 'foreign' && entry.compressionMethod !== 0) fail({ code: 'pack-damaged', file, part: file });
}

async function readStored(zip: ZipFile, window: FileWindow, entry: CarrierEntry, damaged: Problem): Promise<Buffer> {
  if (!(entry instanceof ArchiveEntry)) throw new TypeError('an entry of another carrier');
  let bytes: Buffer;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry.zip, { minimal: true });
    bytes = await window.bytes(fileDataStart, entry.size);
  } catch {
    return fail(damaged);
  }
  return crc32(bytes) === entry.zip.crc32 ? bytes : fail(damaged);
}
