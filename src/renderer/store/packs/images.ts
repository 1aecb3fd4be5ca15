import { IMAGE_TYPES } from '#domain/pack/manifest.ts';
import type { PictureFault } from '#domain/picture/verdict.ts';
import { type PackDb, packRows } from '../db.ts';
import { type CheckPicture, type DrawablePicture, drawable } from '../notes/picture-check.ts';

/** A picture of a pack to show through a `blob:` address, or why it is not shown. `null`: no pack has it. */
export async function loadImage(
  sha256: string,
  db: PackDb = packRows(),
  check?: CheckPicture,
): Promise<DrawablePicture | PictureFault | null> {
  const image = await db.images.get(sha256);
  if (!image) return null;
  return image.fault ?? drawable(sha256, image.bytes, IMAGE_TYPES, check);
}
