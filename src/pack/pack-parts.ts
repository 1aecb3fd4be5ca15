import { glossarySchema } from '#domain/glossary.ts';
import { LIMITS } from '#domain/limits.ts';
import type { PackPart } from '#domain/pack-part.ts';
import { expandBlob } from './blob.ts';
import type { Carrier } from './carrier.ts';
import type { ListedFile } from './listed-files.ts';
import { readAhead } from './read-ahead.ts';
import { readPage } from './read-page.ts';
import { fail } from './refusal.ts';
import type { TrustedManifest } from './trusted-manifest.ts';

/**
 * The pack, piece by piece: manifest, glossary, pages, pictures, end. Nothing is handed over before its size, its
 * hash and its shape were checked. A few blobs are read ahead.
 * @throws ProblemError
 */
export async function* packParts(
  carrier: Carrier,
  trusted: TrustedManifest,
  listed: readonly ListedFile[],
): AsyncGenerator<PackPart, void, undefined> {
  const total = listed.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  yield { part: 'manifest', done, total, ...trusted };
  const batch = new PageBatch();
  const expand = async ({ file, entry }: ListedFile): Promise<Uint8Array> =>
    expandBlob(await carrier.read(entry, file.path), file, carrier.file, file.path);
  for await (const [{ file }, bytes] of readAhead(inOrder(listed), AHEAD, expand)) {
    if (!isWhatItSays(bytes, file)) fail({ code: 'pack-damaged', file: carrier.file, part: file.path });
    if (file.kind !== 'page' || batch.isFullWith(bytes)) {
      if (batch.size > 0) yield { part: 'pages', done, total, bytes: batch.take() };
    }
    done += file.size;
    if (file.kind === 'page') batch.add(bytes);
    if (file.kind === 'glossary') yield { part: 'glossary', done, total, bytes };
    if (file.kind === 'image') yield { part: 'image', done, total, sha256: file.sha256, type: file.type, bytes };
  }
  if (batch.size > 0) yield { part: 'pages', done, total, bytes: batch.take() };
  yield { part: 'end', done, total };
}

/** Blobs read ahead of the one that is handed over. */
const AHEAD = 4;

const ORDER = ['glossary', 'queries', 'page', 'image'];

function inOrder(listed: readonly ListedFile[]): readonly ListedFile[] {
  return [...listed].sort((a, b) => ORDER.indexOf(a.file.kind) - ORDER.indexOf(b.file.kind));
}

function isWhatItSays(bytes: Uint8Array, file: ListedFile['file']): boolean {
  if (file.kind === 'page') return readPage(bytes, file) !== null;
  if (file.kind === 'image') return true;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return file.kind !== 'glossary' || glossarySchema.safeParse(value).success;
  } catch {
    return false;
  }
}

/** Page bodies that wait to be handed over together, one a line. */
class PageBatch {
  size = 0;
  #pages: Uint8Array[] = [];

  isFullWith(page: Uint8Array): boolean {
    return this.size + page.length + 1 > LIMITS.packPart;
  }

  add(page: Uint8Array): void {
    this.#pages.push(page);
    this.size += page.length + 1;
  }

  take(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const page of this.#pages) {
      bytes.set(page, at);
      bytes[at + page.length] = 10;
      at += page.length + 1;
    }
    this.#pages = [];
    this.size = 0;
    return bytes;
  }
}
