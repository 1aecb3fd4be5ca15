import { IMAGE_TYPES } from '#domain/manifest.ts';
import { type PackDb, packRows } from './db.ts';

/** A picture to show through a `blob:` address; its type is one of `IMAGE_TYPES`. `null`: no pack has it. */
export async function loadImage(sha256: string, db: PackDb = packRows()): Promise<Blob | null> {
  const image = await db.images.get(sha256);
  const type = IMAGE_TYPES.find((known) => known === image?.type);
  return image && type ? new Blob([image.bytes], { type }) : null;
}
