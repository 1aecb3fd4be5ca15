import { setImmediate } from 'node:timers/promises';
import { type ArchiveEffects, archiveEffects } from '#archive/open-archive.ts';
import { countNotes, notesOf } from '#domain/bundle/bundle-content.ts';
import type { Conversions } from '#domain/bundle/conversions.ts';
import { keyOf, METADATA, readCrate } from '#domain/bundle/crate.ts';
import type { BundleContent, BundleFile, BundleWarning, ImportedNote } from '#domain/bundle/imported-note.ts';
import { readJson } from '#domain/bundle/json.ts';
import { highestMarking } from '#domain/bundle/marking.ts';
import { RECORD } from '#domain/bundle/record.ts';
import { LIMITS } from '#domain/limits.ts';
import { ok, type Result } from '#domain/result.ts';
import { shortened } from '#domain/shortened.ts';
import { visibleText } from '#markdown/invisible.ts';
import { type BundleArchive, type BundleEntry, openBundleArchive } from './bundle-archive.ts';
import { conversions, sha256 } from './conversions.ts';
import { asResult, fail, failPart } from './refusal.ts';
import { TextCost } from './text-cost.ts';
import { PicturesWrittenOut } from './written-out.ts';

/** A bundle that was read and checked; nothing of it was taken in. */
export interface OpenBundle extends BundleContent {
  /** A name that a person knows. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Files by the hash of their bytes: attachments of notes, and what is kept with them. */
  readonly files: ReadonlyMap<string, BundleFile>;
  /** The bytes of one of `files`; another problem where the file changed meanwhile. */
  readonly read: (sha256: string) => Promise<Result<Buffer>>;
  /** Let go of the file. */
  readonly close: () => Promise<void>;
}

/** How far the opening is: files read and notes made of them, of all, and the bytes of the files. */
export interface OpeningProgress {
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

/** Reads a `.eln` file: every limit, every hash, every note. It writes nothing anywhere. */
export async function openBundle(
  path: string,
  effects: ArchiveEffects = archiveEffects,
  hear: (progress: OpeningProgress) => void = () => undefined,
): Promise<Result<OpenBundle>> {
  try {
    const archive = await openBundleArchive(path, effects);
    try {
      return ok(await readBundle(archive, hear));
    } catch (error) {
      await archive.close();
      throw error;
    }
  } catch (error) {
    return asResult(error);
  }
}

/** Whether a file is one that notes are made of. */
const isRead = (path: string): boolean => path === METADATA || path.endsWith(`/${RECORD}`) || path.endsWith('/note.md');

const LONGEST_NAME = 300;

/** What a file calls its parts, short and so that all of it can be seen. */
function told(warning: BundleWarning): BundleWarning {
  const name = (text: string): string => shortened(visibleText(text), LONGEST_NAME - 1);
  if ('path' in warning) return { ...warning, path: name(warning.path) };
  if ('marking' in warning) return { ...warning, note: name(warning.note), marking: name(warning.marking) };
  return 'note' in warning ? { ...warning, note: name(warning.note) } : warning;
}

async function readBundle(archive: BundleArchive, hear: (progress: OpeningProgress) => void): Promise<OpenBundle> {
  const { file } = archive;
  const described = archive.entries.find(({ path }) => keyOf(path) === METADATA);
  // Else nothing would be there to be read, and whole files be called damaged.
  if (described !== undefined && described.size > LIMITS.manifest) failPart(file, METADATA, LIMITS.manifest);
  const texts = new Map<string, string>();
  const lying = new Map<string, { readonly file: BundleFile; readonly entry: BundleEntry }>();
  const files: BundleFile[] = [];
  const bytes = archive.entries.reduce((sum, { size }) => sum + size, 0);
  const cost = new TextCost(file);
  for (const [done, entry] of archive.entries.entries()) {
    hear({ done, total: archive.entries.length, bytes });
    const path = keyOf(entry.path);
    const isText = entry.size <= LIMITS.manifest && isRead(path);
    if (isText) cost.expect(entry.size);
    const content = isText ? await archive.read(entry) : null;
    const hash = content === null ? await archive.digest(entry) : sha256(content);
    const one = { path: entry.path, size: entry.size, sha256: hash };
    files.push(one);
    if (!lying.has(hash)) lying.set(hash, { file: one, entry });
    if (content === null) continue;
    const text = content.toString('utf8');
    if (!path.endsWith('.md')) cost.add(text);
    texts.set(path, text);
  }
  const crate = readCrate(readJson(texts.get(METADATA) ?? ''));
  if (crate === null) return fail({ code: 'bundle-damaged', file, part: METADATA, at: 'file' });
  const warnings: BundleWarning[] = archive.outside === 0 ? [] : [{ code: 'outside-files', count: archive.outside }];
  const notes: ImportedNote[] = [];
  const total = archive.entries.length + countNotes(crate);
  if (total - archive.entries.length > LIMITS.bundleEntries) fail({ code: 'bundle-too-costly', file });
  const writtenOut = new PicturesWrittenOut();
  const counted: Conversions = {
    ...conversions,
    picturesIn: (text) => writtenOut.take(text),
    fromProse(text, format, imageOf) {
      cost.read(text.length);
      return conversions.fromProse(text, format, imageOf);
    },
  };
  for (const note of notesOf({ file, crate, files, texts }, warnings, counted)) {
    cost.make(note.note.text.length);
    notes.push(note);
    hear({ done: archive.entries.length + notes.length, total, bytes });
    // A bundle may hold thousands: whoever waits hears of each.
    await setImmediate();
  }
  return {
    file,
    size: archive.size,
    notes,
    warnings: warnings.map(told),
    marking: highestMarking(notes.map(({ note }) => note.marking)),
    files: new Map(
      [...writtenOut.files(), ...[...lying.values()].map((found) => found.file)].map((one) => [one.sha256, one]),
    ),
    read: async (hash) => {
      const found = lying.get(hash);
      const picture = found === undefined ? writtenOut.bytes(hash) : null;
      if (picture !== null) return ok(picture);
      if (found === undefined) throw new TypeError('a file of another bundle');
      try {
        const bytes = await archive.read(found.entry);
        return ok(
          sha256(bytes) === hash ? bytes : fail({ code: 'bundle-damaged', file, part: found.file.path, at: 'file' }),
        );
      } catch (error) {
        return asResult(error);
      }
    },
    close: archive.close,
  };
}
