import { glossaryExcess, glossarySchema } from '#domain/glossary.ts';
import { LIMITS } from '#domain/limits.ts';
import type { PackFile } from '#domain/pack/manifest.ts';
import type { PackImage, PackPart } from '#domain/pack/pack-part.ts';
import { expandBlob } from '#pack/blob.ts';
import type { Carrier } from '#pack/carriers/carrier.ts';
import { fail } from '#pack/refusal.ts';
import type { ListedFile } from './listed-files.ts';
import { readAhead } from './read-ahead.ts';
import { readPage } from './read-page.ts';
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
  let terms = 0;
  yield { part: 'manifest', done, total, ...trusted };
  const batch = new Batch();
  const expand = async ({ file, entry }: ListedFile): Promise<Uint8Array> =>
    expandBlob(await carrier.read(entry, file.path), file, carrier.file, file.path);
  for await (const [{ file }, bytes] of readAhead(inOrder(listed), AHEAD, expand)) {
    const held = heldIn(bytes, file);
    if (held === null) return fail({ code: 'pack-damaged', file: carrier.file, part: file.path });
    terms += held;
    const limit = glossaryExcess(0, terms);
    if (limit !== null) fail({ code: 'pack-too-large', file: carrier.file, limit });
    if (batch.isFullWith(file, bytes)) yield { done, total, ...batch.take() };
    done += file.size;
    if (file.kind === 'glossary') yield { part: 'glossary', done, total, bytes };
    if (file.kind === 'page' || file.kind === 'image') batch.add(file, bytes);
  }
  if (batch.size > 0) yield { done, total, ...batch.take() };
  yield { part: 'end', done, total };
}

/**
 * What is read ahead of the blob that is handed over. Each wait for the disk costs main a turn of its loop, and most
 * blobs are pages of a few kilobytes: four of them ahead took half as long again as sixteen.
 */
const AHEAD = { most: 16, size: 2 * 1024 * 1024, sizeOf: ({ file }: ListedFile): number => file.size };

const ORDER = ['glossary', 'queries', 'page', 'image'];

function inOrder(listed: readonly ListedFile[]): readonly ListedFile[] {
  return [...listed].sort((a, b) => ORDER.indexOf(a.file.kind) - ORDER.indexOf(b.file.kind));
}

/** How many terms a file holds; null when it is not what it says. */
function heldIn(bytes: Uint8Array, file: PackFile): number | null {
  if (file.kind === 'page') return readPage(bytes, file) === null ? null : 0;
  if (file.kind === 'image') return 0;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    if (file.kind !== 'glossary') return 0;
    const terms = glossarySchema.safeParse(value);
    return terms.success ? terms.data.length : null;
  } catch {
    return null;
  }
}

/** Pages or pictures that wait to be handed over together. */
class Batch {
  /** Bytes, with one more for each. */
  size = 0;
  #files: { readonly file: PackFile; readonly bytes: Uint8Array }[] = [];

  /** Whether what waits must be handed over before this is added. */
  isFullWith({ kind }: PackFile, bytes: Uint8Array): boolean {
    const [first] = this.#files;
    return first !== undefined && (first.file.kind !== kind || this.size + bytes.length + 1 > LIMITS.packPart);
  }

  add(file: PackFile, bytes: Uint8Array): void {
    this.#files.push({ file, bytes });
    this.size += bytes.length + 1;
  }

  take(): { part: 'pages'; bytes: Uint8Array } | { part: 'images'; images: readonly PackImage[] } {
    const files = this.#files;
    const lines = new Uint8Array(this.size);
    this.#files = [];
    this.size = 0;
    if (files[0]?.file.kind === 'image') {
      return { part: 'images', images: files.map(({ file: { sha256, type }, bytes }) => ({ sha256, type, bytes })) };
    }
    let at = 0;
    for (const { bytes } of files) {
      lines.set(bytes, at);
      lines[at + bytes.length] = 10;
      at += bytes.length + 1;
    }
    return { part: 'pages', bytes: lines };
  }
}
