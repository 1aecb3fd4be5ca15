import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { METADATA } from '#domain/bundle/crate.ts';
import { isUnsafePath, tidyPath } from '#domain/bundle/entry-path.ts';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import { FileWindow } from '#pack/file-window.ts';
import { openRegular } from '#pack/regular-file.ts';
import { shownName } from '#pack/shown-name.ts';
import { otherNames, unsafeKind, unsafeSize } from '#pack/zip-entry.ts';
import { fail, failTooLarge, failUnsafe } from './refusal.ts';

export interface BundleZipEffects {
  readonly open: (path: string) => Promise<FileHandle>;
}

export const bundleZipEffects: BundleZipEffects = { open: openRegular };

/** A file in the folder of the bundle. */
export interface BundleEntry {
  /** Inside the folder, with `/`. */
  readonly path: string;
  /** Bytes when expanded. */
  readonly size: number;
}

/** An open `.eln` file whose directory is held to every limit; no content was read. */
export interface BundleZip {
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

const inflate = promisify(inflateRaw);

/** Bytes that the directory at the end may have. */
const DIRECTORY = 16 * 1024 * 1024;
const DEFLATED = 8;

/** @throws ProblemError for everything that is not safely a bundle. */
export async function openBundleZip(path: string, effects: BundleZipEffects = bundleZipEffects): Promise<BundleZip> {
  const file = shownName(path);
  const handle = await effects.open(path).catch(() => fail({ code: 'file-unreadable', file }));
  try {
    return await readZip(handle, file);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readZip(handle: FileHandle, file: string): Promise<BundleZip> {
  const stat = await handle.stat();
  if (!stat.isFile()) fail({ code: 'file-unreadable', file });
  if (stat.size > LIMITS.bundleExpanded) failTooLarge(file, LIMITS.bundleExpanded);
  const window = new FileWindow(handle, stat.size);
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  const zip = await fromRandomAccessReaderPromise(window, stat.size, options).catch(() =>
    fail({ code: 'not-a-bundle', file }),
  );
  const all = described(await readDirectory(zip, file));
  window.ahead = 0;
  const root = rootOf(all.map(({ path }) => path)) ?? fail({ code: 'not-a-bundle', file });
  const inside = new Map<BundleEntry, Entry>();
  for (const { path, zip: entry } of all) {
    if (path.startsWith(root)) inside.set({ path: path.slice(root.length), size: entry.uncompressedSize }, entry);
  }
  const zipEntryOf = (entry: BundleEntry): Entry => {
    const found = inside.get(entry);
    if (found === undefined) throw new TypeError('an entry of another bundle');
    return found;
  };
  return {
    file,
    size: stat.size,
    entries: [...inside.keys()],
    outside: all.length - inside.size,
    read: (entry) => readEntry(zip, window, zipEntryOf(entry), file, entry.path),
    digest: (entry) => digestEntry(zip, window, zipEntryOf(entry), file, entry.path),
    close: () => handle.close(),
  };
}

interface Listed {
  readonly path: string;
  readonly zip: Entry;
}

/** The files of the directory, every name, size and flag checked before a byte of content is read. */
async function readDirectory(zip: ZipFile, file: string): Promise<readonly Listed[]> {
  if (zip.entryCount > LIMITS.bundleEntries) failUnsafe(file, 'too-many-entries');
  const all: Listed[] = [];
  const seen = new Set<string>();
  let directory = 0;
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      directory += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      total += entry.uncompressedSize;
      if (directory > DIRECTORY) failTooLarge(file, DIRECTORY);
      const path = slashed(nameOf(entry));
      refuseUnsafe(entry, path, seen, file);
      if (total > LIMITS.bundleExpanded) failTooLarge(file, LIMITS.bundleExpanded);
      if (!JUNK.test(path)) all.push({ path: tidyPath(path), zip: entry });
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof Error && error.message.includes('encryption')) failUnsafe(file, 'encrypted');
    fail({ code: 'bundle-damaged', file, part: file });
  }
  refuseOverlap(all, file);
  return all.filter(({ path }) => !path.endsWith('/'));
}

function refuseUnsafe(entry: Entry, path: string, seen: Set<string>, file: string): void {
  const kind = unsafeKind(entry);
  if (kind !== null) failUnsafe(file, kind);
  const others = otherNames(entry).map(slashed);
  if (isUnsafePath(path) || others.some(isUnsafePath)) failUnsafe(file, 'name');
  // Nothing is unpacked: names that one of our systems would take for the same are two files here.
  const key = tidyPath(path);
  if (seen.has(key)) failUnsafe(file, 'duplicate');
  seen.add(key);
  const size = unsafeSize(entry);
  if (size !== null) failUnsafe(file, size);
}

/** Entries that share their bytes unpack to more than there is. */
function refuseOverlap(all: readonly Listed[], file: string): void {
  const placed = all
    .map(({ zip }) => zip)
    .sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of placed) {
    if (start < end) failUnsafe(file, 'ratio');
    end = start + 30 + compressedSize;
  }
}

/** The listed files, with the description called as it is today: others spell it in other letters, or as in the first version. */
function described(all: readonly Listed[]): readonly Listed[] {
  if (rootOf(all.map(({ path }) => path)) !== null) return all;
  const old = new RegExp(`(?<=^|/)${METADATA.replace('.', '\\.')}(?:ld)?$`, 'i');
  return all.map((one) => ({ ...one, path: one.path.replace(old, METADATA) }));
}

/** What systems put beside files for themselves. */
const JUNK = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Old Windows programs write the strokes of their own paths. */
const slashed = (path: string): string => path.replaceAll('\\', '/');

/** UTF-8 where the entry says so or where it is, else the letters of old. */
function nameOf(entry: Entry): string {
  const text = entry.fileNameRaw.toString('utf8');
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0 || !text.includes('\ufffd');
  return isUtf8 ? text : getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/** The folder that holds the metadata, with its `/`; empty where others put it at the top. */
function rootOf(paths: readonly string[]): string | null {
  const found = paths.filter((path) => path === METADATA || path.endsWith(`/${METADATA}`));
  const [first] = found.sort((a, b) => depthOf(a) - depthOf(b) || a.length - b.length);
  return first === undefined ? null : first.slice(0, -METADATA.length);
}

const depthOf = (path: string): number => path.split('/').length;

async function readEntry(zip: ZipFile, window: FileWindow, entry: Entry, file: string, part: string): Promise<Buffer> {
  const damaged = (): never => fail({ code: 'bundle-damaged', file, part });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATED) damaged();
  const packed = await zip
    .readLocalFileHeaderPromise(entry, { minimal: true })
    .then(({ fileDataStart }) => window.bytes(fileDataStart, entry.compressedSize))
    .catch(damaged);
  const bytes =
    entry.compressionMethod === DEFLATED ? await expand(packed, entry, file).catch(refusedOr(damaged)) : packed;
  if (bytes.length !== entry.uncompressedSize) failUnsafe(file, 'size-lie');
  return crc32(bytes) === entry.crc32 ? bytes : damaged();
}

/** Bytes read at once of an entry that is not held whole. */
const STEP = 1024 * 1024;

async function digestEntry(
  zip: ZipFile,
  window: FileWindow,
  entry: Entry,
  file: string,
  part: string,
): Promise<string> {
  const damaged = (): never => fail({ code: 'bundle-damaged', file, part });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATED) damaged();
  const hash = createHash('sha256');
  let size = 0;
  let sum = 0;
  const take = (bytes: Buffer): void => {
    size += bytes.length;
    if (size > entry.uncompressedSize) failUnsafe(file, 'size-lie');
    sum = crc32(bytes, sum);
    hash.update(bytes);
  };
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = Readable.from(stepsOf(window, fileDataStart, entry.compressedSize));
    const bytes = entry.compressionMethod === DEFLATED ? packed.pipe(createInflateRaw()) : packed;
    // A disk that fails while its bytes are inflated ends both.
    packed.on('error', (error) => bytes.destroy(error));
    for await (const piece of bytes) take(piece as Buffer);
  } catch (error) {
    refusedOr(damaged)(error);
  }
  if (size !== entry.uncompressedSize) failUnsafe(file, 'size-lie');
  return sum === entry.crc32 ? hash.digest('hex') : damaged();
}

async function* stepsOf(window: FileWindow, start: number, length: number): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < length; at += STEP) yield await window.bytes(start + at, Math.min(STEP, length - at));
}

const refusedOr =
  (damaged: () => never) =>
  (error: unknown): never => {
    if (error instanceof ProblemError) throw error;
    return damaged();
  };

/** Never makes more than the entry says it has. */
async function expand(packed: Buffer, { uncompressedSize }: Entry, file: string): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch (error) {
    if (error instanceof RangeError) failUnsafe(file, 'size-lie');
    throw error;
  }
}
