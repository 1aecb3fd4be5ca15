import { idSchema } from '#domain/pack/page.ts';

/** What the name of a file of a pack says it is. Names are made from hashes, so there is nothing to clean up. */
export type EntryName =
  | { readonly kind: 'manifest'; readonly pack: string; readonly sha256: string }
  | { readonly kind: 'blob'; readonly sha256: string }
  /** Signed metadata of a source, which `trust` reads. */
  | { readonly kind: 'metadata' };

const MANIFEST = /^targets\/packs\/([a-z0-9-]{1,120})\/([0-9a-f]{64})\.pack\.json$/;
const BLOB = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{64})\.br$/;
const METADATA = /^metadata\/[a-z0-9][a-z0-9-]{0,120}(?:\.[a-z0-9-]{1,120}){0,2}\.json$/;

/** `null`: a name that another archive or folder may have and a pack never has. */
export function readEntryName(name: string): EntryName | null {
  const manifest = MANIFEST.exec(name);
  if (manifest?.[1] !== undefined && manifest[2] !== undefined && idSchema.safeParse(manifest[1]).success) {
    return { kind: 'manifest', pack: manifest[1], sha256: manifest[2] };
  }
  const blob = BLOB.exec(name);
  if (blob?.[2]?.startsWith(blob[1] ?? '')) return { kind: 'blob', sha256: blob[2] };
  return METADATA.test(name) ? { kind: 'metadata' } : null;
}

export const manifestEntryName = (pack: string, sha256: string): string => `targets/packs/${pack}/${sha256}.pack.json`;

export const blobEntryName = (sha256: string): string => `blobs/${sha256.slice(0, 2)}/${sha256}.br`;
