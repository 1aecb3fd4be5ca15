import { Metadata, MetadataKind } from '@tufjs/models';

/** The version of a root that is signed by enough of its own keys; `null` for anything else. */
export function rootVersion(bytes: Buffer): number | null {
  try {
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(bytes.toString('utf8')));
    root.verifyDelegate(MetadataKind.Root, root);
    return Number.isSafeInteger(root.signed.version) && root.signed.version > 0 ? root.signed.version : null;
  } catch {
    return null;
  }
}
