import type { PictureFault, PictureType, PictureVerdict } from '#domain/picture/verdict.ts';
import { createAsker } from '#kit/worker-port.ts';
import { startWorker } from '#kit/worker-url.ts';
import workerUrl from './picture.worker.ts?worker&url';

/** A picture that may be drawn, of the type that its bytes are, and how many pixels that takes. */
export interface DrawablePicture {
  readonly blob: Blob;
  readonly pixels: number;
}

/** Looks at a picture away from the window. */
export type CheckPicture = (bytes: Uint8Array) => Promise<PictureVerdict>;

let asker: CheckPicture | undefined;

/** The worker starts with the first picture and stays. */
export const checkApart: CheckPicture = (bytes) => {
  asker ??= createAsker<Uint8Array, PictureVerdict>(startWorker(workerUrl));
  return asker(bytes);
};

/** What was found of pictures, by hash: a page is opened more than once. */
const found = new Map<string, PictureVerdict>();
const REMEMBERED = 2_000;

/**
 * A picture to draw, or why it is not drawn. Nothing becomes a `blob:` address that
 * did not come through here, whenever and however its bytes came to this laptop.
 */
export async function drawable(
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
  types: readonly PictureType[],
  check: CheckPicture = checkApart,
): Promise<DrawablePicture | PictureFault> {
  const verdict = found.get(sha256) ?? (await check(bytes));
  if (found.size >= REMEMBERED) found.clear();
  found.set(sha256, verdict);
  const [fault] = verdict.faults;
  if (fault) return fault;
  const { type, size } = verdict;
  if (type === null || !types.includes(type)) return { code: 'unknown' };
  return { blob: new Blob([bytes], { type }), pixels: size ? size.width * size.height : 0 };
}
