import { createHash } from 'node:crypto';
import { type GlossaryTerm, glossarySchema } from '#domain/glossary.ts';
import { LIMITS } from '#domain/limits.ts';
import { checkPicture } from '#domain/picture/picture.ts';
import type { PictureVerdict } from '#domain/picture/verdict.ts';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import { diskRead, type FileFault, FolderReader, type ReadEffects } from './folder-reader.ts';
import { GOLDEN_SET_EXPECTED, type GoldenQuery, goldenSetSchema } from './golden-queries.ts';
import { typeByName } from './image-type.ts';
import { type JsonPlace, jsonPlaces } from './json-place.ts';
import { plainLineBytes } from './line-ends.ts';
import type { LinkTable } from './link-table.ts';
import { type PackSettings, readPackSettings } from './pack-settings.ts';
import { type PageFront, readPageFront } from './page-front.ts';
import { walk } from './walk.ts';

/** A pack folder as editors write it, read and not yet parsed. Paths are in the folder, with `/`. */
export interface PackSource {
  readonly dir: string;
  /** Text of `pack.yaml`; empty where there is none. */
  readonly settingsText: string;
  /** `null` where `pack.yaml` has a fault. */
  readonly settings: PackSettings | null;
  readonly pages: readonly SourcePage[];
  readonly images: readonly SourceImage[];
  readonly glossary: readonly GlossaryTerm[];
  readonly queries: readonly GoldenQuery[];
  /** Where a query stands in its file, by its place in the list. */
  readonly queryPlace: (at: number) => JsonPlace;
  readonly table: LinkTable;
  /** What did not fit while reading, file by file. */
  readonly faults: readonly FileFault[];
}

export interface SourcePage extends PageFront {
  readonly file: string;
  /** The file without byte order mark, line breaks as they were. */
  readonly text: string;
}

/** `type` by content; `null` where it is no picture that Satchel shows. */
interface SourceImage extends Pick<PictureVerdict, 'type' | 'faults' | 'cut'> {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly width?: number;
  readonly height?: number;
}

const SETTINGS = 'pack.yaml';
const GLOSSARY = 'data/glossary.json';
const QUERIES = 'queries.json';

/** Reads a pack folder. Never refuses: what cannot be used is a fault. Links on the disk are not followed. */
export async function readPackSource(dir: string, effects: ReadEffects = diskRead): Promise<PackSource> {
  const reader = new FolderReader(dir, effects);
  const { files, skipped } = await walk(dir, (path) => (path.startsWith('.') ? 'a hidden folder' : null), effects);
  for (const { path, why } of skipped) {
    const message = `Unexpected file that is passed over: ${why}`;
    if (/^(?:pages|images)\//.test(path))
      reader.fault(path, 'file-unreadable', message, 'Put a plain file in its place.');
  }
  const { settings, text: settingsText } = await readSettings(reader, files);
  const pages: SourcePage[] = [];
  const images: SourceImage[] = [];
  for (const file of files) {
    if (/^pages\/.*\.md$/i.test(file)) {
      // A page over the limit becomes a page that says so, so it is read all the same.
      const text = await reader.text(file, LIMITS.pageSource * 8);
      if (text === null) continue;
      pages.push({ file, text, ...readPageFront(takeFrontMatter(text).frontMatter, text, file) });
    } else if (file.startsWith('pages/')) {
      const message = 'Unexpected kind of file in pages, expected .md';
      reader.fault(file, 'file-unused', message, 'Move pictures to images; remove other files.');
    } else if (file.startsWith('images/')) {
      const image = await readImage(reader, file);
      if (image) images.push(image);
    }
  }
  const glossaryExpected = 'a list of up to 5,000 terms with term, expansion, meaning and see_also';
  const glossary = await reader.json(
    files,
    GLOSSARY,
    'glossary-schema',
    glossarySchema.max(LIMITS.packTerms),
    glossaryExpected,
  );
  const queries = await reader.json(files, QUERIES, 'queries-schema', goldenSetSchema, GOLDEN_SET_EXPECTED);
  return {
    dir,
    settingsText,
    settings,
    pages,
    images,
    glossary: glossary ?? [],
    queries: queries?.queries ?? [],
    queryPlace: await placesIn(reader, files),
    table: tableOf(pages, images),
    faults: reader.faults,
  };
}

/** Read when a place is first asked for: a golden set without faults is read once. */
async function placesIn(reader: FolderReader, files: readonly string[]): Promise<(at: number) => JsonPlace> {
  const text = files.includes(QUERIES) ? await reader.text(QUERIES, LIMITS.manifest) : null;
  let places: ReturnType<typeof jsonPlaces> | undefined;
  return (at) => {
    places ??= jsonPlaces(text ?? '');
    return places(['queries', at, 'query']);
  };
}

async function readSettings(reader: FolderReader, files: readonly string[]) {
  const text = files.includes(SETTINGS) ? await reader.text(SETTINGS, LIMITS.frontMatter) : null;
  if (text === null) {
    const message = 'Unexpected missing pack.yaml, expected one in the pack folder';
    reader.fault(SETTINGS, 'pack-schema', message, 'Add pack.yaml.');
    return { settings: null, text: '' };
  }
  const { settings, faults } = readPackSettings(text);
  for (const { line, column, message, fix } of faults) {
    reader.faults.push({ file: SETTINGS, kind: 'pack-schema', line, column, message, fix });
  }
  return { settings, text };
}

async function readImage(reader: FolderReader, file: string): Promise<SourceImage | null> {
  if (typeByName(file) === null) {
    const message = 'Unexpected kind of file in images, expected PNG, JPEG, GIF, WebP or SVG';
    reader.fault(file, 'file-unused', message, 'Remove the file: it is not taken into the pack.');
    return null;
  }
  const read = await reader.bytes(file, LIMITS.image);
  if (read === null) return null;
  // Of pictures it is the only one that Git takes for text.
  const bytes = typeByName(file) === 'image/svg+xml' ? plainLineBytes(read) : read;
  const { size, ...verdict } = checkPicture(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, bytes, sha256, ...verdict, ...size };
}

function tableOf(pages: readonly SourcePage[], images: readonly SourceImage[]): LinkTable {
  const shown = images.filter((image) => image.type !== null && image.type === typeByName(image.file));
  return {
    pages: new Map(pages.map((page) => [page.file.normalize('NFC'), page.meta.id])),
    redirects: new Map(pages.flatMap((page) => page.redirects.map((from) => [from, page.meta.id] as const))),
    images: new Map(
      shown.map(({ file, sha256, width, height }) => [
        file.normalize('NFC'),
        { sha256, ...(width && height ? { width, height } : {}) },
      ]),
    ),
  };
}
