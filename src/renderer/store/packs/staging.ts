import { type GlossaryTerm, glossaryExcess, glossarySchema } from '#domain/glossary.ts';
import { type Manifest, manifestSchema, type PackFile } from '#domain/pack/manifest.ts';
import { originOf } from '#domain/pack/pack-origin.ts';
import type { PackImage, PackPart } from '#domain/pack/pack-part.ts';
import { type PageBody, pageBodySchema } from '#domain/pack/page.ts';
import { replacement } from '#domain/pack/replacement.ts';
import { checkPicture } from '#domain/picture/picture.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { visiblePage, visibleTerms } from '#markdown/visible-pack.ts';
import { type InstalledPack, type PackDb, type ReleaseKey, releaseKey, type StoredImage } from '../db.ts';
import { activate } from './activation.ts';
import type { InstallRequest } from './install-messages.ts';
import { sweep } from './sweep.ts';
import { createWriteBehind } from './write-behind.ts';

/**
 * Takes the parts of one pack in order and puts their rows beside what is installed. Only the last part makes them
 * count, in one transaction. A part that is not what it says throws `ProblemError`; the rows so far are swept later.
 */
export interface Staging {
  /** `null` until the last part, which answers with the pack as it now stands. */
  readonly take: (part: PackPart) => Promise<InstalledPack | null>;
  /** Waits until nothing is being written any more, whatever came of it. */
  readonly settle: () => Promise<void>;
}

interface StagingEffects {
  readonly now?: () => Date;
  readonly tidy?: (db: PackDb) => Promise<void>;
}

interface Release {
  readonly key: ReleaseKey;
  readonly hash: string;
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, PackFile>;
}

/** Transactions under way at once: each holds one part. */
const WRITES = 8;

const fail = (problem: Problem): never => {
  throw new ProblemError(problem);
};

/** `strict` is a second connection to the same database: its transactions reach the disk before they count. */
export function createStaging(
  { file, origin }: Pick<InstallRequest & { do: 'part' }, 'file' | 'origin'>,
  db: PackDb,
  strict: PackDb,
  { now = () => new Date(), tidy = sweep }: StagingEffects = {},
): Staging {
  let release: Release | null = null;
  let sections = 0;
  const terms: GlossaryTerm[] = [];
  let glossaryBytes = 0;
  const pages = new Set<string>();
  const images = new Set<string>();
  const writes = createWriteBehind(WRITES);
  let stored: ReadonlySet<string> = new Set();
  const damaged = (part: string): never => fail({ code: 'pack-damaged', file, part });

  const refuseExcess = (): void => {
    const limit = glossaryExcess(glossaryBytes, terms.length);
    if (limit !== null) fail({ code: 'pack-too-large', file, limit });
  };

  async function begin(part: PackPart & { part: 'manifest' }): Promise<void> {
    const parsed = manifestSchema.safeParse(part.manifest);
    if (!parsed.success) return damaged('manifest');
    const manifest = parsed.data;
    if (!manifest.files.some(({ kind }) => kind === 'page')) fail({ code: 'pack-empty', file });
    const verdict = replacement(await db.packs.get(manifest.id), { ...manifest, hash: part.hash, origin });
    if (verdict.may === 'never') fail(verdict.problem);
    // Rows that an earlier try left under the same name would mix with these.
    await tidy(db);
    stored = new Set(await db.images.toCollection().primaryKeys());
    const key = releaseKey(manifest.id, part.hash);
    release = { key, hash: part.hash, manifest, files: new Map(manifest.files.map((one) => [nameOf(one), one])) };
    await db.releases.put({ key, pack: manifest.id, redirects: manifest.redirects });
  }

  async function takePages({ key, files }: Release, bytes: Uint8Array): Promise<void> {
    const bodies = readLines(bytes, damaged).map(storedForm);
    for (const { meta, sections: own } of bodies) {
      if (!files.has(`page ${meta.id}`) || pages.has(meta.id)) damaged(meta.id);
      pages.add(meta.id);
      sections += own.length;
    }
    const write = db.transaction('rw', db.pages, db.bodies, async () => {
      await db.pages.bulkPut(
        bodies.map(({ meta, unshown }) => ({ key, page: meta.id, meta, ...(unshown ? { unshown } : {}) })),
      );
      await db.bodies.bulkPut(
        bodies.map(({ meta, sections: own, tree }) => ({
          key,
          page: meta.id,
          sections: own,
          ...(tree === undefined ? {} : { tree }),
        })),
      );
    });
    await writes.add(write);
  }

  async function takeImages({ key, files }: Release, taken: readonly PackImage[]): Promise<void> {
    for (const { sha256, type, bytes } of taken) {
      const listed = files.get(`image ${sha256}`);
      if (!listed || listed.type !== type || listed.size !== bytes.byteLength) damaged(listed?.path ?? sha256);
      images.add(sha256);
    }
    const write = db.transaction('rw', db.images, db.imageUses, async () => {
      await db.imageUses.bulkPut(taken.map(({ sha256 }) => ({ key, sha256 })));
      const missing = taken.filter(({ sha256 }) => !stored.has(sha256));
      await db.images.bulkPut(missing.map(storedImage));
    });
    await writes.add(write);
  }

  /** Several glossaries are one row, written at the end. */
  function takeGlossary(bytes: Uint8Array): void {
    glossaryBytes += bytes.byteLength;
    refuseExcess();
    const parsed = glossarySchema.safeParse(readJson(bytes));
    for (const term of visibleTerms(parsed.success ? parsed.data : damaged('glossary'))) terms.push(term);
    refuseExcess();
  }

  async function finish({ key, hash, manifest, files }: Release, bytes: number): Promise<InstalledPack> {
    for (const [name, { kind }] of files) {
      const there = kind === 'page' ? pages.has(name.slice(5)) : kind !== 'image' || images.has(name.slice(6));
      if (!there) fail({ code: 'pack-truncated', file });
    }
    const {
      id,
      title,
      summary,
      publisher,
      version,
      release: number,
      language,
      licence,
      created,
      marking,
      notes,
    } = manifest;
    const pack: InstalledPack = {
      id,
      key,
      hash,
      origin: originOf(origin),
      title,
      publisher,
      version,
      release: number,
      language,
      created,
      marking,
      ...(summary === undefined ? {} : { summary }),
      ...(licence === undefined ? {} : { licence }),
      ...(notes === undefined ? {} : { notes }),
      pages: pages.size,
      sections,
      bytes,
      installed: now().toISOString(),
    };
    await writes.settle();
    if (terms.length > 0) await db.glossaries.put({ key, terms });
    return activate(pack, pictureSizes(manifest), strict, now);
  }

  return {
    settle: () => writes.settle().catch(() => undefined),
    async take(part) {
      if (part.part === 'manifest') {
        await begin(part);
        return null;
      }
      if (!release) return damaged('manifest');
      switch (part.part) {
        case 'pages':
          await takePages(release, part.bytes);
          return null;
        case 'images':
          await takeImages(release, part.images);
          return null;
        case 'glossary':
          takeGlossary(part.bytes);
          return null;
        case 'end':
          return finish(release, part.total);
      }
    },
  };
}

/** A file's place in the list of what must come: pages by id, pictures by hash. */
const nameOf = ({ kind, page, sha256, path }: PackFile): string =>
  kind === 'page' ? `page ${page ?? path}` : kind === 'image' ? `image ${sha256}` : `${kind} ${path}`;

const pictureSizes = ({ files }: Manifest): ReadonlyMap<string, number> =>
  new Map(files.flatMap(({ kind, sha256, size }) => (kind === 'image' ? [[sha256, size]] : [])));

const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** A picture of the type that its bytes are. One that is not drawn is not kept: the page shows its words. */
function storedImage({ sha256, type, bytes }: PackImage): StoredImage {
  const { type: found, faults } = checkPicture(bytes);
  const [fault] = faults;
  return fault
    ? { sha256, type, bytes: new Uint8Array(0), fault }
    : { sha256, type: found ?? type, bytes: new Uint8Array(bytes) };
}

/** A body with its tree as text. One nested deeper than can be written down is a page that is not shown. */
function storedForm({ tree, ...body }: PageBody): Omit<PageBody, 'tree'> & { readonly tree?: string } {
  if (tree === undefined) return body;
  try {
    return { ...body, tree: JSON.stringify(tree) };
  } catch (error) {
    if (error instanceof RangeError) return { ...body, unshown: 'too-deep' };
    throw error;
  }
}

/** One page body a line. */
function readLines(bytes: Uint8Array, damaged: (part: string) => never): readonly PageBody[] {
  const bodies: PageBody[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) {
      const parsed = pageBodySchema.safeParse(readJson(bytes.subarray(from, to)));
      bodies.push(parsed.success ? visiblePage(parsed.data) : damaged('page'));
    }
    from = to + 1;
  }
  return bodies;
}
