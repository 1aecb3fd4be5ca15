import { glossaryExcess } from '#domain/glossary.ts';
import { LIMITS } from '#domain/limits.ts';
import type { Manifest, PackFile } from '#domain/pack/manifest.ts';
import { refuseSizes } from '#pack/blob.ts';
import type { Carrier, CarrierEntry } from '#pack/carriers/carrier.ts';
import { fail, failTooLarge, failUnsafe } from '#pack/refusal.ts';

/** A file of the manifest and the entry that holds its bytes. */
export interface ListedFile {
  readonly file: PackFile;
  readonly entry: CarrierEntry;
}

/** Most bytes of one file, by what it is. */
const MOST: Record<PackFile['kind'], number> = {
  page: LIMITS.pageBody,
  image: LIMITS.image,
  /** All of them together are weighed below. */
  glossary: LIMITS.packGlossary,
  queries: LIMITS.pageBody,
};

/**
 * Holds the manifest beside the carrier: every listed file is there, nothing else is, every size is allowed.
 * Each content once: two files with the same bytes are one entry, and the first path speaks for it.
 */
export function listedFiles(manifest: Manifest, carrier: Carrier): readonly ListedFile[] {
  const { file } = carrier;
  const blobs = new Map(
    carrier.entries.flatMap((entry) => (entry.name.kind === 'blob' ? [[entry.name.sha256, entry]] : [])),
  );
  const hashes = new Set<string>();
  const contents = new Set<string>();
  const paths = new Set<string>();
  const pages = new Set<string>();
  const listed: ListedFile[] = [];
  let total = 0;
  let glossaries = 0;
  for (const item of manifest.files) {
    const entry = blobs.get(item.sha256);
    if (entry === undefined || !agrees(item)) return fail({ code: 'pack-damaged', file, part: item.path });
    if (paths.has(item.path)) failUnsafe(file, 'duplicate');
    if (item.page !== undefined && pages.has(item.page)) failUnsafe(file, 'duplicate');
    if (item.kind === 'glossary') {
      glossaries += item.size;
      const limit = glossaryExcess(glossaries, 0);
      if (limit !== null) fail({ code: 'pack-too-large', file, limit });
    }
    if (item.size > MOST[item.kind]) failTooLarge(file, MOST[item.kind]);
    refuseSizes(entry.size, item.size, file);
    paths.add(item.path);
    if (item.page !== undefined) pages.add(item.page);
    hashes.add(item.sha256);
    const content = `${item.kind} ${item.sha256}`;
    if (contents.has(content)) continue;
    contents.add(content);
    total += item.size;
    listed.push({ file: item, entry });
  }
  if (total > LIMITS.packExpanded) failTooLarge(file, LIMITS.packExpanded);
  for (const hash of blobs.keys()) if (!hashes.has(hash)) failUnsafe(file, 'unlisted-file');
  if (pages.size === 0) fail({ code: 'pack-empty', file });
  return listed;
}

/** A page says which page it is and is JSON; a picture is a picture. */
function agrees(item: PackFile): boolean {
  const isImage = item.type !== 'application/json';
  if (item.kind === 'page') return !isImage && item.page !== undefined && item.sections !== undefined;
  return isImage === (item.kind === 'image') && item.page === undefined && item.sections === undefined;
}
