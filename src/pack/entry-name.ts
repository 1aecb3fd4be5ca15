import { idSchema } from '#domain/page.ts';

/** What the name of an entry in a pack says it is. Names are made from hashes, so there is nothing to clean up. */
export type EntryName =
  | { readonly kind: 'manifest'; readonly pack: string; readonly sha256: string }
  | { readonly kind: 'blob'; readonly sha256: string }
  /** Signed metadata of a source: allowed, not read yet. */
  | { readonly kind: 'metadata' }
  /** A name that another archive may have and a pack never has. */
  | { readonly kind: 'foreign' }
  /** A name made to leave its folder or to hide something. */
  | { readonly kind: 'unsafe' };

const MANIFEST = /^targets\/packs\/([a-z0-9-]{1,120})\/([0-9a-f]{64})\.pack\.json$/;
const BLOB = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{64})\.br$/;
const METADATA = /^metadata\/[a-z0-9][a-z0-9-]{0,120}(?:\.[a-z0-9-]{1,120}){0,2}\.json$/;

export function readEntryName(name: string): EntryName {
  const manifest = MANIFEST.exec(name);
  if (manifest?.[1] !== undefined && manifest[2] !== undefined && idSchema.safeParse(manifest[1]).success) {
    return { kind: 'manifest', pack: manifest[1], sha256: manifest[2] };
  }
  const blob = BLOB.exec(name);
  if (blob?.[2]?.startsWith(blob[1] ?? '')) return { kind: 'blob', sha256: blob[2] };
  if (METADATA.test(name)) return { kind: 'metadata' };
  return isUnsafeName(name) ? { kind: 'unsafe' } : { kind: 'foreign' };
}

export const manifestEntryName = (pack: string, sha256: string): string => `targets/packs/${pack}/${sha256}.pack.json`;

export const blobEntryName = (sha256: string): string => `blobs/${sha256.slice(0, 2)}/${sha256}.br`;

// Control characters, bidi controls and what Windows forbids or reads as something else.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffd\\:*?"<>|]/;

/** A name that could leave its folder, or that two systems would read differently. */
export function isUnsafeName(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.startsWith('~') || HIDDEN.test(name)) return true;
  const steps = name.replace(/\/$/, '').split('/');
  return steps.some((step) => step === '' || /^\.{1,2}$/.test(step) || /[. ]$/.test(step));
}

/** Names that one of our systems would take for the same file have the same key. */
export const sameNameKey = (name: string): string => name.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
