import { idSchema } from '#domain/pack/page.ts';

/** What the name of a file of a pack says it is. Names are made from hashes, so there is nothing to clean up. */
export type EntryName =
  | { readonly kind: 'manifest'; readonly pack: string; readonly sha256: string }
  | { readonly kind: 'blob'; readonly sha256: string }
  /** Signed metadata of a source, which `trust` reads. */
  | { readonly kind: 'metadata' }
  /** What changed from one release to the next, which nobody signs. */
  | { readonly kind: 'delta' };

const MANIFEST = /^targets\/packs\/([a-z0-9-]{1,120})\/([0-9a-f]{64})\.pack\.json$/;
const BLOB = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{64})\.br$/;
const METADATA = /^metadata\/[a-z0-9][a-z0-9-]{0,120}(?:\.[a-z0-9-]{1,120}){0,2}\.json$/;

const DELTA = /^bundles\/([a-z0-9-]{1,120})\/[0-9a-f]{16}-[0-9a-f]{16}\.(?:zip|json\.br)$/;

/** `null`: a name that another archive or folder may have and a pack never has. */
export function readEntryName(name: string): EntryName | null {
  const manifest = MANIFEST.exec(name);
  if (manifest?.[1] !== undefined && manifest[2] !== undefined && idSchema.safeParse(manifest[1]).success) {
    return { kind: 'manifest', pack: manifest[1], sha256: manifest[2] };
  }
  const blob = BLOB.exec(name);
  if (blob?.[2]?.startsWith(blob[1] ?? '')) return { kind: 'blob', sha256: blob[2] };
  const delta = DELTA.exec(name);
  if (delta?.[1] !== undefined && idSchema.safeParse(delta[1]).success) return { kind: 'delta' };
  return METADATA.test(name) ? { kind: 'metadata' } : null;
}

export const manifestEntryName = (pack: string, sha256: string): string => `targets/packs/${pack}/${sha256}.pack.json`;

export const blobEntryName = (sha256: string): string => `blobs/${sha256.slice(0, 2)}/${sha256}.br`;

/**
 * What leads from one release to another: the blobs that the first has not, and the manifest written by the first one's.
 * They are named by the beginnings of the hashes of both manifests: whole ones would make paths longer than Windows takes,
 * and what is in them is held to signed hashes.
 */
export function deltaEntryNames(
  pack: string,
  from: string,
  to: string,
): { readonly bundle: string; readonly patch: string } {
  const name = `bundles/${pack}/${from.slice(0, 16)}-${to.slice(0, 16)}`;
  return { bundle: `${name}.zip`, patch: `${name}.json.br` };
}
